"""`sayso review`: what a person should look at, and what people decided."""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sayso.cli.keeping import AtLedger
from sayso.cli.screen import complain, console, sink, working
from sayso.errors import InputError
from sayso.record.judgement import Judgement, Question
from sayso.text.instant import stamp
from sayso.text.printable import printable
from sayso.text.span import Span

if TYPE_CHECKING:
    from sayso.run.briefing import Ground
    from sayso.run.reviewing import Queue

_AROUND = 300  # characters of context
_MOST, _NEAR = 90, 30  # characters of a quotation in the table, and around a word


def review(
    key: Annotated[
        str | None, typer.Argument(metavar="ID", help="A question, claim or place: shown with its passage, or answered with --answer.")
    ] = None,
    ledger: AtLedger = None,
    answer: Annotated[
        str | None, typer.Option(help="The answer: the number or word of an option, or a speaker's name. `withdrawn` takes one back.")
    ] = None,
    by: Annotated[str | None, typer.Option(help="Who judges. The name stands in the ledger and in what is exported.")] = None,
    note: Annotated[str, typer.Option(help="Why, in a sentence.")] = "",
    limit: Annotated[int, typer.Option(min=1, max=10_000, help="How many questions are listed.")] = 20,
    as_json: Annotated[bool, typer.Option("--json", help="JSON for a program to read.")] = False,
    export: Annotated[str | None, typer.Option("--export", help="Write all judgements here as JSON Lines; - is standard output.")] = None,
    take: Annotated[str | None, typer.Option("--import", help="Add judgements of another desk, as --export writes them.")] = None,
    pack: Annotated[str | None, typer.Option(help="A built-in conflict pack's name, or a folder with a pack of your own.")] = None,
) -> None:
    """Open questions of a ledger by their effect on published numbers; one with its passage; or an answer to one."""
    from sayso.run.config import config
    from sayso.run.reviewing import answered, ground_of, judgement_on, question_of, queue_on

    settings = config(ledger=ledger, pack=pack)
    if export or take:
        if key or answer or (export and take):
            raise typer.BadParameter("--export and --import each stand alone")
        _exchanged(export, take, settings)
        return
    if answer is not None and not key:
        raise typer.BadParameter("--answer needs the ID of a question")
    if answer is not None and not (by or "").strip():
        raise typer.BadParameter("an answer needs a name: who judges?", param_hint="--by")
    with working("looking"):
        ground = ground_of(settings)
    if key is None:
        found = queue_on(ground)
        print(json.dumps(_listed(found, limit), ensure_ascii=False, indent=1)) if as_json else _table(found, limit, ground, settings.ledger)
        return
    question = question_of(key, ground, settings)
    if answer is not None:
        made = answered(question, answer, by or "", settings, note=note)
        if as_json:
            print(json.dumps(_judgement_row(made), ensure_ascii=False, indent=1))
        else:
            console().print(f"{made.id}: {printable(question.text)} {printable(made.verdict)} ({printable(made.by)})", soft_wrap=True)
        return
    standing = judgement_on(question, ground)
    if as_json:
        print(json.dumps(_row(question) | {"judgement": _judgement_row(standing)}, ensure_ascii=False, indent=1))
    else:
        _one(question, standing, ground, settings.ledger)


def _exchanged(export: str | None, take: str | None, settings: Any) -> None:  # noqa: ANN401 - run's Config, imported late
    from sayso.run.exchanging import exported, imported

    if export:
        into = sink(None if export == "-" else Path(export))
        try:
            for line in exported(settings):
                into.write(line + "\n")
        finally:
            if export != "-":
                into.close()
        return
    path = str(take)
    try:
        text = sys.stdin.read() if path == "-" else Path(path).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as why:
        raise InputError(f"it cannot be read ({why})", where=path, then="give JSON Lines as --export writes them") from None
    new, known = imported(text.split("\n"), settings, where=path)
    console().print(f"{settings.ledger}: {new} judgements added, {known} known already", soft_wrap=True)


def _table(found: "Queue", limit: int, ground: "Ground", ledger: str) -> None:
    from rich.table import Table
    from rich.text import Text

    screen, texts = console(), ground.texts
    table = Table(
        title=f"{_many(len(found.questions), 'open question')}; judgements that stand: {len(found.judgements)}", title_justify="left"
    )
    table.add_column("id", no_wrap=True, min_width=18)
    table.add_column("effect", justify="right")
    table.add_column("question", ratio=2)
    table.add_column("words", ratio=4)
    for question in found.questions[:limit]:
        words = _short(question, texts)
        table.add_row(question.id, f"{question.effect:g}", Text(printable(question.text)), Text(printable(words)))
    screen.print(table)
    if len(found.questions) > limit:
        screen.print(f"{len(found.questions) - limit} more; --limit {len(found.questions)} lists all")
    for judgement in found.orphans:
        where = f"document {judgement.document}, “{' '.join(judgement.quote.split())[:_MOST]}”"
        told = f"{judgement.id} ({judgement.verdict}, {judgement.by})"
        complain(f"{told} no longer finds its words: {where}; judge anew, or add the document")
    if found.questions:
        screen.print(f"one of them: sayso review ID --ledger {ledger}", soft_wrap=True)


def _many(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"


def _short(question: Question, texts: Mapping[str, str]) -> str:
    """The words in question; a name, and both triggers of a pair, with some words around them."""
    from sayso.run.reviewing import passage

    if question.span is None or (question.other is None and question.kind != "place"):
        words = " ".join(question.quote.split())
        return f"“{words if len(words) <= _MOST else words[: _MOST - 1] + '…'}”"
    pieces = [(question.document or "", question.span), *([(question.other.document, question.other.span)] if question.other else [])]
    return "\n".join(f"“{' '.join(''.join(passage(texts[document], span, _NEAR)).split())}”" for document, span in pieces)


def _one(question: Question, standing: Judgement | None, ground: "Ground", ledger: str) -> None:
    from rich.text import Text

    screen = console()
    screen.print(Text(printable(question.text), style="bold"), soft_wrap=True)
    passages = [(question.document, question.span), *([(question.other.document, question.other.span)] if question.other else [])]
    for document, span in passages:
        told = next((a.document for a in ground.judged.annotations if a.document.id == document), None)
        if told is None or span is None:
            continue
        screen.print()
        screen.print(
            Text(printable(" · ".join(filter(None, (told.name, told.outlet, told.iso and stamp(told.iso))))), style="dim"), soft_wrap=True
        )
        screen.print(_context(told.text, span), soft_wrap=True)
    screen.print()
    for number, option in enumerate(question.options, 1):
        screen.print(Text(printable(f"  {number}  {option.label}  [{option.verdict}]")), soft_wrap=True)
    if question.free:
        screen.print(f"  or  {question.free}", soft_wrap=True)
    if standing:
        told_by = f"judged: {standing.verdict}, by {standing.by}, {stamp(standing.at)}" + (f" ({standing.note})" if standing.note else "")
        screen.print(Text(printable(told_by), style="bold"), soft_wrap=True)
    screen.print(f"answer: sayso review {question.id} --ledger {ledger} --answer ... --by NAME", soft_wrap=True)


def _context(text: str, span: Span) -> Any:  # noqa: ANN401 - rich's Text, imported late
    from rich.text import Text

    start, end = max(0, span.start - _AROUND), min(len(text), span.end + _AROUND)
    words = Text(printable(("…" if start else "") + text[start : span.start]))
    words.append(printable(f">>> {span.of(text)} <<<"), style="bold")
    words.append(printable(text[span.end : end] + ("…" if end < len(text) else "")))
    return words


def _listed(found: "Queue", limit: int) -> dict[str, Any]:
    return {
        "open": len(found.questions),
        "judgements": len(found.judgements),
        "questions": [_row(question) for question in found.questions[:limit]],
        "orphans": [_judgement_row(judgement) for judgement in found.orphans],
    }


def _row(question: Question) -> dict[str, Any]:
    from sayso.run.exchanging import question_row

    return question_row(question)


def _judgement_row(judgement: Judgement | None) -> dict[str, Any] | None:
    from sayso.run.exchanging import row

    return row(judgement) if judgement else None
