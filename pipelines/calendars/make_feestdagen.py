#!/usr/bin/env python3
"""Writes feestdagen.csv: the Dutch public holidays of 2015 up to and including 2030.

    pipelines/calendars/make_feestdagen.py > pipelines/calendars/feestdagen.csv

Which days: article 3 of the Algemene termijnenwet (the general recognised holidays, and Good Friday, which the
act puts on a par with them), with Easter Sunday and Whit Sunday as the days that the others are counted from.
Easter by the anonymous Gregorian computus (Meeus 1991). King's Day is on the 26th when the 27th is a Sunday.
"""
import csv
import datetime as dt
import sys


def easter(year):
    a, (b, c) = year % 19, divmod(year, 100)
    (d, e), f = divmod(b, 4), (b + 8) // 25
    h = (19 * a + b - d - (b - f + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return dt.date(year, month, day + 1)


def holidays(year):
    easter_sunday = easter(year)
    kings_day = dt.date(year, 4, 27)
    yield dt.date(year, 1, 1), "Nieuwjaarsdag"
    yield easter_sunday - dt.timedelta(days=2), "Goede Vrijdag"
    yield easter_sunday, "Eerste paasdag"
    yield easter_sunday + dt.timedelta(days=1), "Tweede paasdag"
    yield kings_day if kings_day.isoweekday() != 7 else dt.date(year, 4, 26), "Koningsdag"
    yield dt.date(year, 5, 5), "Bevrijdingsdag"
    yield easter_sunday + dt.timedelta(days=39), "Hemelvaartsdag"
    yield easter_sunday + dt.timedelta(days=49), "Eerste pinksterdag"
    yield easter_sunday + dt.timedelta(days=50), "Tweede pinksterdag"
    yield dt.date(year, 12, 25), "Eerste kerstdag"
    yield dt.date(year, 12, 26), "Tweede kerstdag"


writer = csv.writer(sys.stdout, lineterminator="\r\n")
writer.writerow(["datum", "naam"])
for year in range(2015, 2031):
    writer.writerows(sorted(holidays(year)))
