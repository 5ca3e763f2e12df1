"""The rule: levels, disclosures, `decide()`, who is hidden, and that the rule is monotone."""
