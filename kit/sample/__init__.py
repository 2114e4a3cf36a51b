"""The sample council: made up, seeded, and looking like a real one; written as raw exports."""

from kit.sample.records.exports import make_audit_records, make_lists, make_sample, planted_slips
from kit.sample.slips.slips import Slip

__all__ = ["Slip", "make_audit_records", "make_lists", "make_sample", "planted_slips"]
