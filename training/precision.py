"""The precision of products while fitting: bfloat16 where the processor has it, for there it halves the time; else float32.

A processor that only imitates bfloat16 takes three times as long with it (measured on two cores with AVX-512 but without its bf16 part).
"""

import platform
from functools import cache
from pathlib import Path

_MARKS = {"avx512_bf16", "amx_bf16", "bf16"}  # as Linux names them; the last one is ARM's


@cache
def halved(device: str) -> bool:
    """Does the device multiply bfloat16 in hardware? Every GPU that is asked for does; a processor that cannot be asked is taken to."""
    if device != "cpu" or platform.system() != "Linux":
        return True
    lines = Path("/proc/cpuinfo").read_text("utf-8", "replace").splitlines()
    flags = {flag for line in lines if line.lower().startswith(("flags", "features")) for flag in line.split()}
    return not flags or bool(flags & _MARKS)
