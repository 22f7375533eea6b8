"""Whether a file keeps the standards that it says it keeps."""

from pathlib import Path

import page
import pikepdf

UA_1 = page.ValidationProfile.PDF_UA_1
A_2A = page.ValidationProfile.PDF_A_2A


def broken_rules(path: Path, profile: page.ValidationProfile) -> list[str]:
    """Return what a file breaks, in the validator's words."""
    return sorted(
        {f"{failure.rule_id}: {failure.message}" for failure in page.validate_pdf(str(path), profile=profile).failures}
    )


def broken_syntax(path: Path) -> list[str]:
    """Return what qpdf's check says of a file."""
    with pikepdf.open(path) as file:
        return [str(problem) for problem in file.check_pdf_syntax()]
