"""Why the system does not let a file be read or written, as a cause for which `messages` has the words: its own would be
in another language, and say what happened rather than what to do.
"""

from __future__ import annotations

import errno

_CAUSES = {
    errno.ENOENT: "missing",
    errno.EACCES: "denied",
    errno.EPERM: "denied",
    errno.EROFS: "denied",
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EFBIG: "full",
    errno.EEXIST: "kind",
    errno.ENOTDIR: "kind",
    errno.EISDIR: "kind",
    errno.ENAMETOOLONG: "name",
    errno.EIO: "disk",
    errno.EBUSY: "busy",
    errno.EMFILE: "busy",
    errno.ENFILE: "busy",
}


def cause_of(error: OSError) -> str:
    """The cause of a failure: `file.denied`, `file.full` …, `file.other` where it is a rare one."""
    return f"file.{_CAUSES.get(error.errno or 0, 'other')}"
