# SPDX-License-Identifier: GPL-3.0-or-later
"""Copy the icons of the screen (assets/look/tokens.json) and of paper (app/documents/icons.py), and their licence.

They come out of an unpacked @mdi/svg package.

Usage: npm pack @mdi/svg, unpack it, then python3 packaging/icons.py FOLDER
"""

import json
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ASSETS = ROOT / "assets"
sys.path.insert(0, str(ROOT))

from app.documents.icons import Icon  # noqa: E402 - it lies beside this folder, and imports nothing


def main(package: Path) -> int:
    """Fill assets/icons and return 0, or say what does not fit and return 1."""
    wanted = json.loads((ASSETS / "look" / "tokens.json").read_text(encoding="utf-8"))["icons"]
    version = json.loads((package / "package.json").read_text(encoding="utf-8"))["version"]
    if version != wanted["version"]:
        print(f"tokens.json names version {wanted['version']}; {package} holds {version}.", file=sys.stderr)
        return 1
    files: list[str] = sorted({*wanted["names"].values(), *(icon.value for icon in Icon)})
    missing = [name for name in files if not (package / "svg" / name).is_file()]
    if missing:
        print(f"Not in {package}: {', '.join(missing)}", file=sys.stderr)
        return 1
    for name in files:
        shutil.copyfile(package / "svg" / name, ASSETS / "icons" / name)
    shutil.copyfile(package / "LICENSE", ASSETS / "icons" / "LICENSE-mdi-svg.txt")
    print(f"{len(files)} icons of {wanted['set']} {version}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1])))
