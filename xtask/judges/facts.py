"""How a judge reports: lines `measure,column,wave,key,value` on standard output.

n             how many values are there            missing        how many of a code (key) for a missing answer
mean          their mean                           missing_label  what such a code means
label         what a value (key) means             title          what stands in the column
"""

import csv
import sys

_OUT = csv.writer(sys.stdout, lineterminator="\n")


def say(measure, column, value, wave="", key=""):
    if isinstance(value, float):
        value = repr(value)
    _OUT.writerow([measure, column, wave, key, value])


def fail(why):
    sys.exit(why)
