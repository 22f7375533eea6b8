# SPDX-License-Identifier: GPL-3.0-or-later
"""What makes a file accessible (PDF/UA-1) and archivable (PDF/A-2a): its metadata, and the colours that it means.

ISO 14289-1:2014 and ISO 19005-2:2011. Metadata is written as XMP and says the same as the file's own information.
"""

from functools import cache
from typing import Any, cast
from xml.sax.saxutils import escape

from PIL import ImageCms as Untyped
from reportlab.pdfbase import pdfdoc as untyped_pdfdoc

from app.documents.paper.embedding import Written

pdfdoc = cast("Any", untyped_pdfdoc)
image_cms = cast("Any", Untyped)
PROGRAM = "Peapod"
COLOURS = "sRGB IEC61966-2.1"
CREATED = slice(24, 36)  # where a profile says when it was made: the same input shall give the same bytes
SOME_DAY = bytes.fromhex("07ea 0001 0001 0000 0000 0000")

XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{program}</xmp:CreatorTool><pdf:Producer>{program}</pdf:Producer>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>PDF/UA version identifier</pdfaProperty:description>
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""


def declare(document: Any, *, title: str, author: str, language: str) -> None:  # noqa: ANN401 - ReportLab's document
    """Say in the file what it is called, who it is from, and which standards it keeps."""
    words = {"title": title, "author": author, "language": language, "program": PROGRAM}
    catalog = document.Catalog
    catalog.__dict__["__NoDefault__"] = [*pdfdoc.PDFCatalog.__NoDefault__, "OutputIntents"]
    catalog.Metadata = document.Reference(_metadata({key: escape(text) for key, text in words.items()}), "Metadata")
    catalog.OutputIntents = pdfdoc.PDFArray([_colours(document)])
    catalog.MarkInfo = Written(b"<</Marked true>>")
    catalog.ViewerPreferences = Written(b"<</DisplayDocTitle true>>")


def _metadata(words: dict[str, str]) -> Any:  # noqa: ANN401
    stream = pdfdoc.PDFStream()
    stream.content = XMP.format(**words).encode("utf-8", "replace")
    stream.dictionary = pdfdoc.PDFDictionary({"Type": pdfdoc.PDFName("Metadata"), "Subtype": pdfdoc.PDFName("XML")})
    return stream


def _colours(document: Any) -> Any:  # noqa: ANN401
    """Return what our greys and colours mean on any device."""
    stream = pdfdoc.PDFStream()
    stream.content = colour_profile()
    stream.dictionary = pdfdoc.PDFDictionary({"N": 3})
    stream.filters = [pdfdoc.PDFZCompress]
    return pdfdoc.PDFDictionary(
        {
            "Type": pdfdoc.PDFName("OutputIntent"),
            "S": pdfdoc.PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": pdfdoc.PDFString("sRGB"),
            "Info": pdfdoc.PDFString(COLOURS),
            "DestOutputProfile": document.Reference(stream, "ColourProfile"),
        }
    )


@cache
def colour_profile() -> bytes:
    """Return the profile of sRGB, the same bytes each time."""
    made = bytearray(image_cms.ImageCmsProfile(image_cms.createProfile("sRGB")).tobytes())
    made[CREATED] = SOME_DAY
    return bytes(made)
