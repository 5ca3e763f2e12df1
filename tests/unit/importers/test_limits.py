import pytest

from arkiv.importers.limits import NO_LIMITS, Limits, limits


@pytest.mark.parametrize(
    ("remark", "expected"),
    [
        ("tom p 5", Limits(to_item=5)),
        ("t.o.m. punkt 5", Limits(to_item=5)),
        ("t o m § 12", Limits(to_item=12)),
        ("till och med punkten 4", Limits(to_item=4)),
        ("lämnade mötet efter punkt 6", Limits(to_item=6)),
        ("fr.o.m. p 3", Limits(from_item=3)),
        ("from p3", Limits(from_item=3)),
        ("anslöt vid punkt 2", Limits(from_item=2)),
        ("fr.o.m. p 2 t.o.m. p 4", Limits(from_item=2, to_item=4)),
        ("p 1", Limits(items=(1,))),
        ("p1", Limits(items=(1,))),
        ("endast punkt 7", Limits(items=(7,))),
        ("p 2-4", Limits(items=(2, 3, 4))),
        ("punkterna 1, 3 och 5", Limits(items=(1, 3, 5))),
        ("§§ 2 och 4", Limits(items=(2, 4))),
    ],
)
def test_a_remark_on_partial_attendance_becomes_bounds_on_items(remark: str, expected: Limits) -> None:
    assert limits(remark) == expected


@pytest.mark.parametrize("remark", ["S", "till 10.30", "via Teams", "5", "ersättare", "p 4-2", "ej p 3", ""])
def test_a_remark_of_another_kind_is_no_bound(remark: str) -> None:
    assert limits(remark) == NO_LIMITS
