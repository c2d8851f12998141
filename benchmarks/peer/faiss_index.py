"""Measures faiss's binary multi-index hash on what IndexBenchmark measured, and prints the ratio.

    python3 benchmarks/peer/faiss_index.py benchmarks/target/index.json

faiss's IndexBinaryMultiHash(256, 16, 16) is what ThreatExchange matches PDQ with; at radius 31 it
needs one flip a word (31 // 16). One thread, one query at a time and the median of all queries, as
in the Java benchmark.
"""

import json
import pathlib
import statistics
import sys
import time

try:
    import faiss
    import numpy as np
except ImportError:
    sys.exit("faiss is not here, so there is no ratio: pip install faiss-cpu numpy, then run this again")

HASHES = "src/main/resources/dev/cordon/benchmarks/pdq-of-pictures.bin"
QUERIES = 1024
NOISE = 20
WORDS = 16


def changed(signals, bits, random):
    """Copies with up to so many bits changed."""
    signals = signals.copy()
    rows = np.arange(len(signals))
    for _ in range(bits):
        bit = random.integers(0, 256, len(signals))
        signals[rows, bit >> 3] ^= (1 << (bit & 7)).astype(np.uint8)
    return signals


def signals(source, count, random):
    """As SignalSource.java makes them."""
    if source == "RANDOM":
        return random.integers(0, 256, (count, 32), dtype=np.uint8)
    file = pathlib.Path(__file__).parent.parent / HASHES
    quarters = np.fromfile(file, np.uint8).reshape(-1, 4, 8)
    chosen = random.integers(0, len(quarters), (count, 4))
    return changed(quarters[chosen, np.arange(4)].reshape(count, 32), 6, random)


def seconds(index, query, radius):
    started = time.perf_counter()
    index.range_search(query[None], radius + 1)  # faiss's radius is exclusive
    return time.perf_counter() - started


def median_micros(source, entries, radius):
    random = np.random.default_rng(1)
    held = signals(source, entries, random)
    index = faiss.IndexBinaryMultiHash(256, WORDS, 256 // WORDS)
    index.nflip = radius // WORDS
    index.add(held)
    again = changed(held[random.integers(0, entries, QUERIES // 2)], NOISE, random)
    queries = np.concatenate([signals(source, QUERIES // 2, random), again])
    rounds = [seconds(index, query, radius) for _ in range(3) for query in queries]
    return statistics.median(rounds) * 1e6


def main():
    faiss.omp_set_num_threads(1)
    print("entries   source    radius  cordon us  faiss us  faiss/cordon")
    for run in json.loads(pathlib.Path(sys.argv[1]).read_text()):
        if not run["benchmark"].endswith("IndexBenchmark.search"):
            continue
        what = run["params"]
        entries, radius = int(what["entries"]), int(what["radius"])
        ours = run["primaryMetric"]["scorePercentiles"]["50.0"]
        theirs = median_micros(what["source"], entries, radius)
        row = f"{entries:<9} {what['source']:<9} {radius:<7} {ours:<10.0f} {theirs:<9.0f}"
        print(f"{row} {theirs / ours:.1f}", flush=True)


if __name__ == "__main__":
    main()
