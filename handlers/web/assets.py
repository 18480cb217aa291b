"""The page's own scripts and styles, read once; their address holds a hash of all of them.

One folder name for all files: modules find each other by relative address, and a browser keeps
them for ever because any change changes the folder.
"""

from __future__ import annotations

import hashlib
import mimetypes
from pathlib import Path

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

FOLDER = Path(__file__).parent / "static"
_TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}


class Assets:
    def __init__(self, folder: Path = FOLDER) -> None:
        self._files = {
            path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()
        }
        digest = hashlib.sha256()
        for name, content in self._files.items():
            digest.update(f"{name}\0{len(content)}\0".encode() + content)
        self.version = digest.hexdigest()[:12]

    def path(self, name: str) -> str:
        """The address of a file. Raises KeyError for one that does not exist."""
        if name not in self._files:
            raise KeyError(name)
        return f"/static/{self.version}/{name}"

    async def serve(self, request: Request) -> Response:
        name = request.path_params["name"]
        content = self._files.get(name)
        if content is None:
            return PlainTextResponse(f"There is no file {name}.\n", status_code=404)
        current = request.path_params["version"] == self.version
        kept = "public, max-age=31536000, immutable" if current else "no-cache"
        return Response(content, media_type=_media_type(name), headers={"Cache-Control": kept})


def _media_type(name: str) -> str:
    found = _TYPES.get(Path(name).suffix) or mimetypes.guess_type(name)[0]
    return found or "application/octet-stream"
