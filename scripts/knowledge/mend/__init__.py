"""Repairs that need no judgement: functions from text to text. The words of a text are the same before and after."""
