"""Objects that die with the process they pretend to be in, at a chosen await."""

from __future__ import annotations

from typing import Any


class CrashError(BaseException):
    """The process is gone; nothing of it runs any more."""


class Fuse:
    """Burns down by one at every point where a process may be killed; at zero all is dead."""

    def __init__(self, points: int) -> None:
        self.left = points

    def burn(self) -> None:
        self.left -= 1
        if self.left <= 0:
            raise CrashError


class Mortal:
    """Passes everything on to `inner`; before and after each awaited call the fuse burns.

    A crash after the call is the hard case: it was carried out and nobody knows.
    """

    def __init__(self, inner: object, fuse: Fuse) -> None:
        self._inner, self._fuse = inner, fuse

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._inner, name)
        if not callable(found):
            # The stores of a `Stores` are mortal too; plain values are not.
            return Mortal(found, self._fuse) if hasattr(found, "_database") else found

        async def call(*args: Any, **more: Any) -> Any:
            self._fuse.burn()
            answer = await found(*args, **more)
            self._fuse.burn()
            return answer

        return call
