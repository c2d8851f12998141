"""What films.py and sounds.py share: the truth of edited copies, verdicts by group, processor time.

The copies are those of `cordon evaluate --write-edits COPIES`, the whole corpus is the bank. A copy
is found when all that it ought to match does (itself and the entry it was joined with), as in the
tables of `cordon evaluate`. What it shows besides (filler, a dubbed sound track) is neither right
nor wrong; every other entry is unrelated, and so are the originals to each other. Those of one series
(what their names have before --) may share title cards, scenes or a face: they set no limit, and
what matches among them is counted apart.
"""

import csv
import dataclasses
import json
import math
import pathlib
import resource
import subprocess

FAR = math.inf


@dataclasses.dataclass
class Copy:
    """An edited file, the entries it ought to match, and those that it may."""

    file: str
    group: str
    owed: set
    related: set


@dataclasses.dataclass
class Peer:
    """Distances by (file, entry), and the greatest that is a match; left out is infinitely far."""

    name: str
    distances: dict
    limit: float

    def distance(self, file, entry):
        return self.distances.get((file, entry), FAR)

    def of(self, copy):
        return max(self.distance(copy.file, entry) for entry in copy.owed)

    def found(self, copy):
        return self.of(copy) <= self.limit


class Trial:
    """A corpus as the bank, and the copies that are judged against it."""

    def __init__(self, corpus, copies):
        self.corpus, self.folder = pathlib.Path(corpus), pathlib.Path(copies)
        self.entries = sorted(file.name for file in self.corpus.iterdir() if file.is_file())
        self.copies = self._truth()
        self.kept = self.folder.with_name(self.folder.name + "-peers")
        self.kept.mkdir(exist_ok=True)

    def _truth(self):
        copies = {}
        with open(self.folder / "truth.tsv", encoding="utf-8", newline="") as rows:
            for row in csv.DictReader(rows, delimiter="\t"):
                file = row["file"]
                copy = copies.setdefault(file, Copy(file, row["group"], set(), set()))
                copy.related.add(row["entry"])
                if row["role"] in ("copy", "partner"):
                    copy.owed.add(row["entry"])
        return list(copies.values())

    def files(self):
        originals = [self.corpus / name for name in self.entries]
        return originals + [self.folder / copy.file for copy in self.copies]

    def remembered(self, kind, file, make):
        """What make(file) gave, with its processor time; made once only."""
        kept = self.kept / f"{file.name}.{kind}.json"
        if not kept.exists():
            before = spent()
            value = make(file)
            kept.write_text(json.dumps({"value": value, "cpu": spent() - before}))
        return json.loads(kept.read_text())

    def unrelated(self, alike):
        """Files and entries that ought not to match, of one series or not."""
        related = {copy.file: copy.related for copy in self.copies}
        for file in self.files():
            for entry in set(self.entries) - related.get(file.name, {file.name}):
                if (series(file.name) == series(entry)) == alike:
                    yield file.name, entry

    def wrong(self, peer, alike):
        """How many files match something unrelated, copies and originals."""
        pairs = self.unrelated(alike)
        return len({file for file, entry in pairs if peer.distance(file, entry) <= peer.limit})

    def loosest(self, distances):
        """The greatest limit without a false match but within a series."""
        nearest = min(distances.get(pair, FAR) for pair in self.unrelated(False))
        return math.nextafter(nearest, -math.inf)

    def table(self, groups, peers):
        """A row a group, in their order, and one of all; then the false matches."""
        rows = [("group", "copies", *(peer.name for peer in peers))]
        for group in groups:
            rows.append(row(group, [copy for copy in self.copies if copy.group == group], peers))
        rows.append(row("all", self.copies, peers))
        for name, alike in (("wrong series", False), ("wrong one of its series", True)):
            wrong = (str(self.wrong(peer, alike)) for peer in peers)
            rows.append((f"matched falsely: {name}", str(len(self.files())), *wrong))
        return "\n".join("| " + " | ".join(cells) + " |" for cells in rows)

    def write(self, name, peers):
        """One line a copy and peer: file, peer, found, score (a distance; empty when there is none)."""
        with open(self.folder / name, "w", encoding="utf-8", newline="") as out:
            lines = csv.writer(out, delimiter="\t", lineterminator="\n")
            lines.writerow(("file", "peer", "found", "score"))
            for peer in peers:
                for copy in self.copies:
                    score = peer.of(copy)
                    shown = "" if score == FAR else f"{score:.4f}"
                    lines.writerow((copy.file, peer.name, int(peer.found(copy)), shown))


def series(name):
    return name.split("--")[0]


def row(name, copies, peers):
    found = (sum(peer.found(copy) for copy in copies) for peer in peers)
    shares = (f"{100 * count / len(copies):.0f} %" if copies else "-" for count in found)
    return (name, str(len(copies)), *shares)


def spent():
    """Processor seconds of this process and of those that it waited for."""
    usages = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def probed(file):
    """Its seconds, and the width and height of its pictures; 0 for what it has not."""
    asked = ["ffprobe", "-v", "error", "-of", "json", "-show_streams", "-show_format", str(file)]
    told = json.loads(subprocess.run(asked, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout)
    pictures = [s for s in told.get("streams", []) if s["codec_type"] == "video"] or [{}]
    seconds = float(told.get("format", {}).get("duration", 0))
    return [seconds, pictures[0].get("width", 0), pictures[0].get("height", 0)]


def cost(remembered, seconds):
    """Processor seconds a second of media, over the files that have a length."""
    timed = [(kept["cpu"], long) for kept, long in zip(remembered, seconds) if long and kept["value"]]
    total = sum(long for _, long in timed)
    spent_on = sum(cpu for cpu, _ in timed)
    return f"{spent_on / total:.4f} CPU-s a second (of {total:.0f} s)" if timed else "-"
