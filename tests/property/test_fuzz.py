"""Readers meet broken documents: they read or refuse them, and soon; the schema thinks alike."""

from __future__ import annotations

import time
from random import Random

import pytest
from fuzzing import SAMPLES, TARGETS, TREE_WORDS
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from mutations import mutated, mutated_tree

from pressconv.errors import ReadError
from pressconv.problems import READER
from pressconv.readers.xml import read
from pressconv.resources import schema

FEW = settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
# A busy machine needs several times as long as a quiet one, which stays under two.
SECONDS = 8
N_COMPARED = 500


@pytest.mark.parametrize("name", TARGETS)
def test_a_mutated_document_is_read_or_refused_in_time(name):
    target = TARGETS[name]
    seeds = target.seeds()
    for number in range(40):
        data = target.input(Random(f"{name} {number}"), seeds)
        start = time.process_time()
        target.run(data)
        assert time.process_time() - start < SECONDS, number


@pytest.mark.parametrize("name", TARGETS)
def test_any_bytes_are_read_or_refused(name):
    target = TARGETS[name]
    seeds = target.seeds()

    @FEW
    @given(st.integers(), st.binary(max_size=200))
    def run(seed, more):
        random = Random(seed)
        target.run(more)
        target.run(mutated(random.choice(seeds)[:4000], random, (*target.words, more)))

    run()


@pytest.fixture(scope="module")
def relax_ng():
    return etree.RelaxNG.from_rnc_string(schema())


def test_the_schema_and_the_reader_agree_on_500_mutated_releases(relax_ng):
    """What the schema refuses the reader refuses; what the reader alone refuses is a listed law."""
    seeds = [path.read_bytes() for path in sorted(SAMPLES.glob("2018-06-26*/*.xml"))]
    counts = {"both accept": 0, "both refuse": 0, "the reader alone refuses": 0}
    for number in range(N_COMPARED):
        random = Random(f"schema {number}")
        data = mutated_tree(random.choice(seeds), random, TREE_WORDS)
        parser = etree.XMLParser(collect_ids=False, no_network=True)
        is_valid = relax_ng.validate(etree.fromstring(data, parser))
        codes = refusals(data)
        if is_valid:
            assert codes <= set(READER), (number, codes)
            counts["the reader alone refuses" if codes else "both accept"] += 1
        else:
            assert codes, (number, relax_ng.error_log)
            counts["both refuse"] += 1
    assert all(counts.values()), counts


def refusals(data):
    try:
        read(data)
    except ReadError as error:
        return {problem.code for problem in error.problems}
    return set()
