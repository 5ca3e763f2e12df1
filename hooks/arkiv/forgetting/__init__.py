"""Somebody who is to be forgotten: every place they stand in the sources, and the constant word instead."""

from arkiv.forgetting.erasure import Erasure, plan
from arkiv.forgetting.report import question, report

__all__ = ["Erasure", "plan", "question", "report"]
