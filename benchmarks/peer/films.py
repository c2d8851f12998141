"""Says what vPDQ and TMK+PDQF find of the edited films that `cordon evaluate --write-edits` wrote.

    python3 benchmarks/peer/films.py CORPUS COPIES [TMK]

CORPUS is the folder of the originals, COPIES that of the copies and their truth.tsv. TMK is the
folder of tmk-hash-video and tmk-query; without it TMK is left out. The table goes to standard
output, a line a copy and peer to COPIES/peers-films.tsv; hashes are kept in COPIES-peers.

vPDQ is PyPI's (the C++ of ThreatExchange): a frame a second, frames of quality 50 or more, 31 bits.
"""

import pathlib
import subprocess
import sys

from edited import Peer, Trial, cost, probed

try:
    import numpy as np
    import vpdq
except ImportError:
    sys.exit("vpdq is not here: pip install vpdq numpy (it needs FFmpeg's headers), then run this again")

GROUPS = [
    "re-encode, resize, frame rate",
    "tone",
    "logo, caption, stickers",
    "speed",
    "excerpt, inside other footage",
    "crop",
    "bars",
    "mirror, rotation",
    "screen recording, picture in picture",
    "combinations",
    "sound track alone",
]
QUALITY = 50
BITS = 31
MISSED = 0.2  # of a query's frames, at the most
LEVEL = 0.7


def frames(file):
    """Hashes of its frames in hexadecimal; none when vPDQ cannot read it."""
    try:
        hashed = vpdq.computeHash(str(file), thread_count=1)
    except Exception as unreadable:  # it has no type of its own
        print(f"vPDQ: {file.name}: {unreadable}", file=sys.stderr)
        return []
    return [frame.hex for frame in hashed if frame.quality >= QUALITY]


def nearest(query, entry):
    """Of each frame of a query, the bits to the nearest of an entry."""
    bits = np.bitwise_count(query[:, None, :] ^ entry[None, :, :]).sum(axis=2)
    return bits.min(axis=1)


def packed(hashes):
    return np.array([np.frombuffer(bytes.fromhex(text), np.uint64) for text in hashes])


def vpdq_peers(trial):
    """Any frame within 31 bits, 80 % of them, and any frame as loosely as there is no error."""
    kept = {file.name: trial.remembered("vpdq", file, frames)["value"] for file in trial.files()}
    hashes = {name: packed(value) for name, value in kept.items() if value}
    nearby, apart = {}, {}
    for file, query in hashes.items():
        for entry in set(trial.entries) & hashes.keys():
            bits = nearest(query, hashes[entry])
            nearby[file, entry] = int(bits.min())
            apart[file, entry] = float(np.mean(bits > BITS))
    limit = trial.loosest(nearby)
    return [
        Peer(f"vPDQ, any frame at {BITS}", nearby, BITS),
        Peer(f"vPDQ, {1 - MISSED:.0%} of frames at {BITS}", apart, MISSED),
        Peer(f"vPDQ, any frame at {int(limit)}", nearby, limit),
    ]


class Tmk:
    """The two programs of ThreatExchange's tmk/cpp."""

    def __init__(self, trial, folder):
        self.trial, self.programs = trial, pathlib.Path(folder)

    def hashed(self, file):
        """Whether tmk-hash-video could read it."""
        out = self.trial.kept / f"{file.name}.tmk"
        command = [self.programs / "tmk-hash-video", "-f", "ffmpeg", "-i", file, "-o", out]
        done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        if done.returncode:
            print(f"TMK: {file.name}: tmk-hash-video ended with {done.returncode}", file=sys.stderr)
            out.unlink(missing_ok=True)
        return done.returncode == 0

    def listed(self, name, files):
        """A list of hashes as tmk-query wants it."""
        listed = self.trial.kept / name
        hashes = (self.trial.kept / f"{file}.tmk" for file in files)
        listed.write_text("".join(f"{path}\n" for path in hashes if path.exists()))
        return listed

    def scores(self):
        """The scores of both levels by file and entry."""
        needles = self.listed("needles", [file.name for file in self.trial.files()])
        command = [self.programs / "tmk-query", "--c1", "-1", "--c2", "-1", needles]
        command.append(self.listed("haystack", self.trial.entries))
        told = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout
        scores = {}
        for line in told.splitlines():
            first, second, paths = line.split(" ", 2)
            pair = (pathlib.Path(path).name for path in paths.removesuffix(".tmk").split(".tmk "))
            scores[tuple(pair)] = (float(first), float(second))
        return scores

    def peers(self):
        """Distances are 1 less the score: of the worse level, or of the first alone."""
        scores = self.scores()
        both = {pair: 1 - min(levels) for pair, levels in scores.items()}
        first = {pair: 1 - levels[0] for pair, levels in scores.items()}
        loose = self.trial.loosest(first)
        return [
            Peer(f"TMK, {LEVEL} and {LEVEL}", both, 1 - LEVEL),
            Peer(f"TMK, {1 - loose:.3f} at level 1", first, loose),
        ]


def costs(trial, name, kind, make, probes):
    """Of all files, and of those of 1280x720."""
    kept = [trial.remembered(kind, file, make) for file in trial.files()]
    full = [seconds if (wide, high) == (1280, 720) else 0 for seconds, wide, high in probes]
    print(f"{name}: {cost(kept, [probe[0] for probe in probes])}; 720p: {cost(kept, full)}")


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    trial = Trial(*sys.argv[1:3])
    probes = [trial.remembered("probe", file, probed)["value"] for file in trial.files()]
    blind = {file.name for file, probe in zip(trial.files(), probes) if probe[0] and not probe[1]}
    for copy in trial.copies:
        copy.group = GROUPS[-1] if copy.file in blind else copy.group
    peers = vpdq_peers(trial)
    tmk = Tmk(trial, sys.argv[3]) if len(sys.argv) == 4 else None
    if tmk:
        for file in trial.files():
            trial.remembered("tmk", file, tmk.hashed)
        peers += tmk.peers()
    print(trial.table(GROUPS, peers))
    costs(trial, "vPDQ", "vpdq", frames, probes)
    if tmk:
        costs(trial, "TMK", "tmk", tmk.hashed, probes)
    trial.write("peers-films.tsv", peers)


if __name__ == "__main__":
    main()
