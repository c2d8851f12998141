"""Films and sound tracks of the development corpus; `fetch` beside this file is the command.

FILMS.tsv and SOUNDS.tsv name every one: its half and series, what it is, where it comes from and how it is made:

    keep             the file as the package holds it
    cut START SECONDS   a piece of a longer film or track
    frames RATE      numbered pictures as a film, RATE a second
    join FIRST LAST  files FIRST to LAST, by name, of those that `path` matches: short prompts of one speaker as one track

`sha256` is of what the package holds (of all the files, one after the other), so that it does not depend on FFmpeg's version.
"""
import csv
import fnmatch
import hashlib
import json
import os
import re
import subprocess
import sys
import tarfile
import tempfile
import urllib.parse
import urllib.request
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
KINDS = {"films": "FILMS.tsv", "sounds": "SOUNDS.tsv"}
FILM = ["-c:v", "libx264", "-crf", "18", "-preset", "veryfast", "-pix_fmt", "yuv420p", "-c:a", "aac", "-b:a", "128k"]
SOUND = ["-vn", "-map_metadata", "-1", "-c:a", "flac"]
PAUSE = 0.25  # seconds between two prompts that are joined
JOINED_RATE = 16000


def fetch(what, cache, only):
    """Fills in the films or sounds that are missing; returns what failed, in words."""
    rows = wanted(what, only)
    missing = [row for row in rows if not place(what, cache, row).exists()]
    say(f"{len(rows)} {what} wanted, {len(rows) - len(missing)} in {cache / what}")
    failures = []
    packages = sorted({(row["from"], row["package"], row["version"]) for row in missing})
    for number, source in enumerate(packages, 1):
        chosen = [row for row in missing if (row["from"], row["package"], row["version"]) == source]
        say(f"[{number}/{len(packages)}] {source[1]} ({source[0]}): {len(chosen)} {what}")
        failures += from_package(what, cache, source, chosen)
    write_manifest(what, cache, rows)
    found = sum(place(what, cache, row).exists() for row in rows)
    say(f"{found} of {len(rows)} {what} in {cache / what}/dev and {cache / what}/holdout")
    return failures


def wanted(what, only):
    with open(HERE / KINDS[what], newline="", encoding="utf-8") as table:
        rows = list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [row for row in rows if not only or row["package"] in only]


def place(what, cache, row):
    return cache / what / row["half"] / row["file"]


def from_package(what, cache, source, rows):
    cache.mkdir(parents=True, exist_ok=True)
    try:
        with tempfile.TemporaryDirectory(dir=cache) as folder:
            archive = ARCHIVES[source[0]](cache, Path(folder), *source[1:])
            files = read(archive, [row["path"] for row in rows])
            return [failure for row in rows for failure in make(what, cache, row, parts(row, files))]
    except (OSError, ValueError, subprocess.CalledProcessError, tarfile.TarError, zipfile.BadZipFile) as problem:
        return [f"{source[1]} ({source[0]}): {problem}"]


def make(what, cache, row, chosen):
    """Makes one film or track of the files that it consists of; returns what failed, in words."""
    if not chosen:
        return [f"{row['package']}: has no {row['path']} (package changed); left out"]
    if checksum(chosen) != row["sha256"]:
        return [f"{row['package']}: {row['path']} is not what was chosen (package changed); left out"]
    target = place(what, cache, row)
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_name(".partial" + target.suffix)
    how, *numbers = row["make"].split()
    try:
        MAKERS[how](what, chosen, partial, *numbers)
    except OSError as problem:
        partial.unlink(missing_ok=True)
        return [f"{row['file']}: {problem}"]
    partial.replace(target)
    return []


def checksum(chosen):
    total = hashlib.sha256()
    for _, content in chosen:
        total.update(content)
    return total.hexdigest()


def parts(row, files):
    """The name and bytes of each file that a row is made of, by name."""
    names = sorted(name for name in files if fnmatch.fnmatchcase(name, escaped(row["path"])))
    how, *numbers = row["make"].split()
    if how == "join":
        names = names[int(numbers[0]) - 1 : int(numbers[1])]
    return [(name, files[name]) for name in names]


def escaped(path):
    """Only * and ? are wild: brackets stand for themselves in the names of packages' files."""
    return path.replace("[", "[[]")


def keep(what, chosen, target):
    target.write_bytes(chosen[0][1])


def cut(what, chosen, target, start, seconds):
    with unpacked(chosen) as folder:
        source = next(Path(folder).iterdir())
        ffmpeg("-ss", start, "-t", seconds, "-i", source, *(FILM if what == "films" else SOUND), target)


def frames(what, chosen, target, rate):
    with unpacked(chosen) as folder:
        pattern = Path(folder) / f"%05d{Path(chosen[0][0]).suffix}"
        ffmpeg("-framerate", rate, "-i", pattern, "-vf", "pad=ceil(iw/2)*2:ceil(ih/2)*2", *FILM, target)


def join(what, chosen, target, first, last):
    with unpacked(chosen) as folder:
        inputs = sorted(Path(folder).iterdir())
        same = f"aresample={JOINED_RATE},aformat=sample_fmts=s16:channel_layouts=mono,apad=pad_dur={PAUSE}"
        graph = "".join(f"[{number}:a:0]{same}[a{number}];" for number in range(len(inputs)))
        graph += "".join(f"[a{number}]" for number in range(len(inputs))) + f"concat=n={len(inputs)}:v=0:a=1[out]"
        opened = [argument for file in inputs for argument in ("-i", file)]
        ffmpeg(*opened, "-filter_complex", graph, "-map", "[out]", *SOUND, target)


MAKERS = {"keep": keep, "cut": cut, "frames": frames, "join": join}


def unpacked(chosen):
    folder = tempfile.TemporaryDirectory()
    for number, (name, content) in enumerate(chosen):
        (Path(folder.name) / f"{number:05d}{Path(name).suffix}").write_bytes(content)
    return folder


def ffmpeg(*arguments):
    command = ["ffmpeg", "-nostdin", "-v", "error", "-y", *map(str, arguments[:-1]), "-bitexact", str(arguments[-1])]
    run(command, "install it with `apt-get install ffmpeg`")


def run(command, remedy, **options):
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, **options)
    except FileNotFoundError:
        raise OSError(f"there is no {command[0]} here; {remedy}") from None
    if done.returncode:
        said = (done.stderr.strip() or done.stdout.strip()).splitlines()[-1:]
        raise OSError(f"{' '.join(command[:3])} failed: {' '.join(said)}; {remedy}")
    return done.stdout


def read(archive, paths):
    """The files of an archive that the paths match: name to bytes."""
    patterns = [re.compile(fnmatch.translate(escaped(path))) for path in paths]
    return {name: opener() for name, opener in members(archive) if any(pattern.match(name) for pattern in patterns)}


def members(archive):
    if archive.suffix in (".whl", ".zip"):
        with zipfile.ZipFile(archive) as opened:
            for name in opened.namelist():
                yield name, lambda name=name: opened.read(name)
    elif archive.suffix == ".deb":
        reader = subprocess.Popen(["dpkg-deb", "--fsys-tarfile", str(archive)], stdout=subprocess.PIPE)
        with reader.stdout, tarfile.open(fileobj=reader.stdout, mode="r|") as opened:
            yield from tar_members(opened)
    else:
        with tarfile.open(archive) as opened:
            yield from tar_members(opened)


def tar_members(opened):
    for member in opened:
        if member.isfile():
            yield member.name.removeprefix("./"), lambda member=member: opened.extractfile(member).read()


def debian(cache, folder, package, version):
    return from_apt(folder, [], package, version)


def bullseye(cache, folder, package, version):
    return from_apt(folder, more_sources(cache), package, version)


def from_apt(folder, options, package, version):
    """The pinned version while the mirror has it, else the one it has now: the checksums guard the choice."""
    refresh = "run `apt-get update`, then this again"
    try:
        run(["apt-get", "download", "-q", *options, f"{package}={version}"], refresh, cwd=folder)
    except OSError:
        run(["apt-get", "download", "-q", *options, package], refresh, cwd=folder)
    return next(folder.glob("*.deb"))


def debian_source(cache, folder, package, version):
    command = ["apt-get", "source", "-q", "--download-only", *more_sources(cache)]
    run([*command, f"{package}={version}"], "see whether the mirror still has this version", cwd=folder)
    return next(file for file in folder.glob("*.orig.tar.*") if file.suffix != ".asc")


def more_sources(cache):
    """Options for apt-get that add source packages and Debian 11, at the mirror in use, without a change to the system."""
    state = cache / "tools" / "apt"
    options = ["-o", f"Dir::Etc::sourcelist={state}/sources.list", "-o", "Dir::Etc::sourceparts=/dev/null"]
    options += ["-o", f"Dir::State::lists={state}/lists"]
    if not (state / "lists").exists():
        (state / "lists").mkdir(parents=True)
        mirror = debian_mirror()
        key = "[signed-by=/usr/share/keyrings/debian-archive-keyring.gpg]"
        lines = [f"deb-src {key} {mirror} bookworm main", f"deb {key} {mirror} bullseye main"]
        (state / "sources.list").write_text("\n".join(lines) + "\n")
        run(["apt-get", "update", "-q", *options], "is Debian's archive in reach?")
    return options


def debian_mirror():
    listed = run(["apt-get", "indextargets", "--format", "$(ORIGIN) $(RELEASE) $(REPO_URI)"], "is this Debian?")
    mirrors = [line.split()[-1] for line in listed.splitlines() if line.startswith("Debian ") and "security" not in line]
    if not mirrors:
        raise OSError("apt knows no Debian mirror; add one to its sources and run `apt-get update`")
    return mirrors[0]


def pypi(cache, folder, package, version):
    """The file that is named as the version, wheel or source, from the index that pip uses; nothing is built or installed."""
    page = f"{index()}/{re.sub('[-_.]+', '-', package).lower()}/"
    request = urllib.request.Request(page, headers={"Accept": "application/vnd.pypi.simple.v1+json"})
    with urllib.request.urlopen(request, timeout=60) as answer:
        files = json.load(answer)["files"]
    file = next((file for file in files if file["filename"] == version), None)
    if file is None:
        raise OSError(f"the index no longer has {version}")
    target = folder / version
    with urllib.request.urlopen(urllib.parse.urljoin(page, file["url"]), timeout=300) as answer:
        target.write_bytes(answer.read())
    return target


def index():
    from pip._internal.models.index import PyPI

    asked = subprocess.run([sys.executable, "-m", "pip", "config", "get", "global.index-url"], capture_output=True, text=True)
    return (os.environ.get("PIP_INDEX_URL") or asked.stdout.strip() or PyPI.simple_url).rstrip("/")


def npm(cache, folder, package, version):
    run(["npm", "pack", "--silent", f"{package}@{version}"], "install it with `apt-get install npm`", cwd=folder)
    return next(folder.glob("*.tgz"))


ARCHIVES = {"debian": debian, "debian-11": bullseye, "debian-source": debian_source, "pypi": pypi, "npm": npm}


def write_manifest(what, cache, rows):
    fields = ["file", "kind", "language", "from", "package", "version", "path", "make", "licence", "author", "sha256"]
    (cache / what).mkdir(parents=True, exist_ok=True)
    with open(cache / what / "manifest.tsv", "w", encoding="utf-8") as table:
        print(*fields, sep="\t", file=table)
        for row in rows:
            file = place(what, cache, row)
            if file.exists():
                named = row | {"file": file.relative_to(cache / what), "sha256": hashlib.sha256(file.read_bytes()).hexdigest()}
                print(*(named.get(field, "") for field in fields), sep="\t", file=table)


def say(text):
    print(text, file=sys.stderr, flush=True)
