"""Rounding while fitting: the products of the trunk see weights and inputs as the release will have them, so that it loses nothing.

Weights have 7 bits: processors without VNNI add two products of 8 bits in 16, which saturates with weights of 8, and then single claims
depend on the machine.
Quantisation-aware training with straight-through gradients (Jacob et al. 2018, arXiv:1712.05877): weights are symmetric with one
scale for each output, inputs have one scale and zero for each passage, as onnxruntime's DynamicQuantizeMatMul computes them when
passages are read one at a time.
"""

import torch
from torch import Tensor, nn
from torch.nn import functional

LEVELS = 255
MOST = 64  # of a weight, as onnxruntime's reduce_range has it


class RoundedLinear(nn.Linear):
    """A Linear whose weight is rounded to 7 bits, and its input to 8, on the way forward; its parameters stay float32."""

    def forward(self, x: Tensor) -> Tensor:
        """[passages, tokens, inputs] -> [passages, tokens, outputs]."""
        weight = rounded_weight(self.weight)
        return functional.linear(rounded_input(x), weight, self.bias)


def rounded_weight(weight: Tensor) -> Tensor:
    """The weight [outputs, inputs] in 7 bits, symmetric, one scale an output."""
    scale = weight.detach().abs().amax(1).clamp(min=1e-9) / MOST
    zero = torch.zeros(len(weight), dtype=torch.int32, device=weight.device)
    return torch.fake_quantize_per_channel_affine(weight, scale, zero, 0, -MOST, MOST)


def rounded_input(x: Tensor) -> Tensor:
    """Activations [passages, ...] in 8 bits, with one scale and zero a passage."""
    x = x.float()
    low, high = torch.aminmax(x.detach().flatten(1), dim=1)
    low, high = low.clamp(max=0), high.clamp(min=0)
    scale = ((high - low) / LEVELS).clamp(min=1e-9)
    zero = torch.round(-low / scale).to(torch.int32)
    return torch.fake_quantize_per_channel_affine(x, scale, zero, 0, 0, LEVELS)


def rounded(layers: nn.Module) -> None:
    """Make every Linear under `layers` a rounded one, in place; names of parameters stay as they are."""
    for module in layers.modules():
        if type(module) is nn.Linear:
            module.__class__ = RoundedLinear
