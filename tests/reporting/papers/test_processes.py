"""Parts of a paper are set side by side, each in a process of its own."""

import os
from functools import partial
from time import sleep

import pytest

from reporting.papers.printing.processes import ended_by, side_by_side


def end_of(acts):
    """How a process ends that does them: it waits for its own and for no others."""
    pid = os.fork()
    if pid == 0:
        os._exit(ended_by(partial(side_by_side, acts)))
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def fill(folder, name):
    """A heavy act: it fails where another one is at work."""
    (folder / f"{name}.heavy").touch()
    sleep(0.1)
    assert [each.stem for each in folder.glob("*.heavy")] == [name]
    (folder / f"{name}.heavy").rename(folder / f"{name}.done")


def wait_for(file):
    """A light act, done when the first heavy one is; not for ever, where that one fails."""
    for _turn in range(1_000):
        if file.exists():
            return
        sleep(0.01)


def test_the_two_heaviest_are_not_at_work_at_one_moment(tmp_path):
    heavy = [partial(fill, tmp_path, name) for name in ("first", "second")]
    light = partial(wait_for, tmp_path / "first.done")

    assert end_of([*heavy, light, light]) == 0
    assert {each.name for each in tmp_path.iterdir()} == {"first.done", "second.done"}


@pytest.mark.parametrize("acts", range(4))
def test_every_act_is_done_once(tmp_path, acts):
    assert end_of([partial((tmp_path / str(act)).mkdir) for act in range(acts)]) == 0
    assert len(list(tmp_path.iterdir())) == acts
