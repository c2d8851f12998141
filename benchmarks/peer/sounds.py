"""Says what Chromaprint finds of the edited sounds that `cordon evaluate --write-edits` wrote.

    python3 benchmarks/peer/sounds.py CORPUS COPIES

CORPUS is the folder of the originals, COPIES that of the copies and their truth.tsv. The table goes
to standard output, a line a copy and peer to COPIES/peers-sounds.tsv; words are kept in COPIES-peers.

The words are those of `fpcalc -raw -length 0`, eight a second. Every file is laid against every entry
at every offset. Two ways to judge: bit errors of all that overlaps, 5 s of words or more, one limit;
and of the best stretch of 20, 40, 80 or 160 words, a limit for each length, which finds what lies
between other sounds too. Each limit is the greatest without a false match among these very files, so
that both tell the most that Chromaprint's words can give, not what a setting chosen before would.
"""

import json
import subprocess
import sys

from edited import FAR, Peer, Trial, cost, probed

try:
    import numpy as np
except ImportError:
    sys.exit("numpy is not here: pip install numpy (2 or newer), then run this again")

GROUPS = [
    "re-encode, level",
    "noise, speech laid over",
    "filters, telephone",
    "tempo",
    "pitch",
    "speed",
    "excerpts",
    "combinations",
]
OVERLAP = 40
STRETCHES = (20, 40, 80, 160)
BITS = 32
NOTHING = 10_000  # errors where there is no overlap: more than any stretch makes up for


def words(file):
    """Its words; none when fpcalc cannot read it. That it ran into the end of a file is no error."""
    command = ["fpcalc", "-raw", "-length", "0", "-json", str(file)]
    told = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
    return json.loads(told)["fingerprint"] if told else []


def offsets(query, entry):
    """Bit errors, an offset a column, a word of the query a row."""
    rows, columns = len(query), len(entry)
    errors = np.full((rows, columns + rows), NOTHING, np.int32)
    errors[:, :columns] = np.bitwise_count(query[::-1, None] ^ entry[None, :])
    return errors.ravel()[:-rows].reshape(rows, -1)  # each row one further to the right


def overlapping(summed, rows, columns):
    """The least share of wrong bits of all that overlaps."""
    at = np.arange(rows + columns - 1)
    overlap = np.minimum(np.minimum(at + 1, at[::-1] + 1), min(rows, columns))
    enough = overlap >= OVERLAP
    if not enough.any():
        return FAR
    wrong = summed[-1] - NOTHING * (rows - overlap)
    return float((wrong[enough] / overlap[enough]).min() / BITS)


def stretch(summed, length):
    """The least share of wrong bits of so many words in a row."""
    if len(summed) <= length:
        return FAR
    least = (summed[length:] - summed[:-length]).min()
    return float(least / (length * BITS)) if least < NOTHING else FAR


def compared(query, entry):
    """By overlap, then by each length of a stretch."""
    summed = np.cumsum(offsets(query, entry), axis=0, dtype=np.int32)
    whole = overlapping(summed, len(query), len(entry))
    summed = np.vstack([np.zeros_like(summed[:1]), summed])
    return [whole, *(stretch(summed, length) for length in STRETCHES)]


def distances(trial, found):
    """All ways to compare, by file and entry."""
    prints = {file: np.array(held, np.uint32) for file, held in found.items() if held}
    pairs = {}
    for file, query in prints.items():
        for entry in set(trial.entries) & prints.keys() - {file}:
            back = pairs.get((entry, file))
            pairs[file, entry] = back or compared(query, prints[entry])
    return pairs


def peers(trial, pairs):
    ways = [{pair: all_of[way] for pair, all_of in pairs.items()} for way in range(len(STRETCHES) + 1)]
    limits = [trial.loosest(way) for way in ways]
    beyond = {
        pair: min(far - limit for far, limit in zip(all_of[1:], limits[1:]))
        for pair, all_of in pairs.items()
    }
    print("limits: " + ", ".join(f"{limit:.3f}" for limit in limits))
    return [
        Peer(f"Chromaprint, all that overlaps, {limits[0]:.3f}", ways[0], limits[0]),
        Peer("Chromaprint, best stretch", beyond, 0),
    ]


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    trial = Trial(*sys.argv[1:])
    kept = [trial.remembered("fpcalc", file, words) for file in trial.files()]
    seconds = [trial.remembered("probe", file, probed)["value"][0] for file in trial.files()]
    found = {file.name: remembered["value"] for file, remembered in zip(trial.files(), kept)}
    judged = peers(trial, distances(trial, found))
    print(trial.table(GROUPS, judged))
    print(f"fpcalc: {cost(kept, seconds)}")
    trial.write("peers-sounds.tsv", judged)


if __name__ == "__main__":
    main()
