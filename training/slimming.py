"""The slim trunk: feed-forward layers with fewer inner units, those kept that carry most."""

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from training.model import Encoder

SAMPLE = 96  # passages whose words show what a unit carries


def carried(model: Encoder, batches: Sequence[dict[str, Tensor]]) -> list[Tensor]:
    """What each inner unit of each layer carries: how far it is from nothing on the tokens of the batches, times the length of the vector
    that it adds; one tensor [units] a layer."""
    layers = model.trunk.encoder.layer
    sums = [torch.zeros(layer.intermediate.dense.out_features) for layer in layers]

    def watched(total: Tensor):  # noqa: ANN202 - a hook of torch
        def see(_: nn.Module, __: tuple[Tensor, ...], out: Tensor) -> None:
            total.add_(out.detach().float().abs().flatten(0, -2).sum(0).cpu())

        return see

    hooks = [layer.intermediate.register_forward_hook(watched(total)) for layer, total in zip(layers, sums, strict=True)]
    model.eval()
    with torch.no_grad():
        for batch in batches:
            model.hidden(batch["ids"], batch["mask"], batch["kept"], batch["there"])
    for hook in hooks:
        hook.remove()
    return [total * layer.output.dense.weight.detach().float().norm(dim=0).cpu() for layer, total in zip(layers, sums, strict=True)]


def slim(model: Encoder, width: int, strengths: Sequence[Tensor]) -> None:
    """Keep in each layer the `width` inner units with the greatest strength, in their order; in place."""
    for layer, strength in zip(model.trunk.encoder.layer, strengths, strict=True):
        kept = strength.topk(min(width, len(strength))).indices.sort().values
        into, back = layer.intermediate.dense, layer.output.dense
        layer.intermediate.dense = _linear(into.weight[kept], into.bias[kept])
        layer.output.dense = _linear(back.weight[:, kept], back.bias)


def shaped(model: Encoder, state: dict[str, Tensor]) -> None:
    """Give each layer as many inner units as a checkpoint's weights have; in place."""
    for number, layer in enumerate(model.trunk.encoder.layer):
        name = f"trunk.encoder.layer.{number}.intermediate.dense.weight"
        if name in state and len(state[name]) != layer.intermediate.dense.out_features:
            key = f"trunk.encoder.layer.{number}"
            layer.intermediate.dense = _linear(state[name], state[f"{key}.intermediate.dense.bias"])
            layer.output.dense = _linear(state[f"{key}.output.dense.weight"], state[f"{key}.output.dense.bias"])


def _linear(weight: Tensor, bias: Tensor) -> nn.Linear:
    made = nn.Linear(weight.shape[1], weight.shape[0])
    with torch.no_grad():
        made.weight.copy_(weight)
        made.bias.copy_(bias)
    return made
