"""Values of the special functions to 79 bits, at the ends of the implementation's intervals,
on both sides of them, and at random places.

A row is `x hi lo`: the value is (hi + lo/2^26 ulp(hi)), where hi is the nearest double.
"""

import math
import random

from mpmath import mp, mpf, erfc, exp, expm1, frexp, ldexp, log, log1p, nint, pi, sqrt
from mpmath import cos, cosh, erf, sin, sinh, tanh

COUNT = 120


def cdf(x):
    return erfc(-x / sqrt(mpf(2))) / 2


def sigmoid(x):
    return 1 / (1 + exp(-x))


def bend(x):
    return sigmoid(x) * sigmoid(-x) * -tanh(x / 2)


def log_cdf(x):
    if x > 5:
        return log1p(-cdf(-x))
    return log(cdf(x)) if x > -1e5 else -x * x / 2 - log(-x * sqrt(2 * pi))


STEP = math.log(2) / 64
STEPS = [n * STEP / 2 for n in (1, 3, -1, 63, 65, 127, 4001, -4001, -90001)]
QUARTERS = [n / 4 for n in (1, 2, 5, 17, 31, 32)]
UNITS = [9.0, 17.0, 39.0]
TINY = [2.0**-k for k in (10, 27, 29, 53, 55, 600, 1022, 1074)]
TURNS = [n * math.pi / 4 for n in (1, 2, 3, 4, 5, 101, 100000, 667543, 667545)]
HUGE = [1e6, 3e6, 1e7, 1e8, 1e9, 1e15, 1e22, 1e100, 1e308, 6381956970095103 * 2.0**797]


def both(xs):
    return [*xs, *(-x for x in xs)]


# By name: the function, where it is interesting, the places with both neighbours.
FUNCTIONS = {
    "exp": (exp, [(-745, 709), (-2, 2)], both(TINY) + STEPS + [-708.5, -740.0]),
    "expm1": (expm1, [(-40, 40), (-1, 1), (-0.01, 0.01)], both(TINY) + STEPS),
    "log": (log, [(0, 1e4), (0.5, 1.5), (0.99, 1.01)], TINY + [0.7071, 1.4142, 2.0, 1e300]),
    "log1p": (log1p, [(-1, 5), (-0.02, 0.02)], both(TINY) + both([2.0**-8]) + [1e10, 1e300]),
    "erf": (erf, [(-6, 6), (-0.3, 0.3)], both(TINY) + both(QUARTERS)),
    "erfc": (erfc, [(-6, 27), (-0.3, 0.3)], both(TINY) + both(QUARTERS[:5]) + [16.0, 26.5, 27.0]),
    "erfcx": (
        lambda x: exp(x * x) * erfc(x) if x < 1e4 else 1 / (x * sqrt(pi)) * (1 - 1 / (2 * x * x)),
        [(-26, 40), (-0.3, 0.3)],
        both(TINY) + both(QUARTERS[:5]) + [28.284271247461902, 1e6, 1e200],
    ),
    "normalCdf": (cdf, [(-38.4, 9), (-0.3, 0.3), (8, 60)], both(TINY) + both(QUARTERS) + [-u for u in UNITS[:2]] + [39.0]),
    "normalPdf": (lambda x: exp(-x * x / 2) / sqrt(2 * pi), [(-38, 38)], both(TINY) + [37.7, 38.4]),
    "logNormalCdf": (
        log_cdf,
        [(-60, 38), (-0.3, 0.3)],
        both(TINY) + both(QUARTERS) + [-u for u in UNITS] + [-40.0, -1e8, -1e150, 37.8],
    ),
    "sinh": (sinh, [(-709, 709), (-2, 2)], both(TINY) + [40.0, 710.4]),
    "cosh": (cosh, [(-709, 709), (-2, 2)], both(TINY) + [40.0, 710.4]),
    "tanh": (tanh, [(-20, 20), (-1, 1)], both(TINY) + [s / 2 for s in STEPS[:6]]),
    "sin": (sin, [(-7, 7), (-5e5, 5e5)], both(TINY) + both(TURNS) + HUGE + [524288.0]),
    "cos": (cos, [(-7, 7), (-5e5, 5e5)], both(TINY) + both(TURNS) + HUGE + [524288.0]),
    "sigmoid": (sigmoid, [(-745, 40), (-2, 2)], both(TINY) + both(STEPS)),
    "sigmoidBend": (bend, [(-745, 745), (-2, 2)], both(TINY) + both(STEPS)),
}


def points(ranges, places):
    """The places with both neighbours, and random numbers, rising."""
    source = random.Random(20260101)
    found = set()
    for place in places:
        found.update((place, math.nextafter(place, math.inf), math.nextafter(place, -math.inf)))
    for low, high in ranges:
        found.update(source.uniform(low, high) for _ in range(COUNT // len(ranges)))
    return sorted(found)


def row(f, x):
    value = f(mpf(x))
    hi = float(value)
    if value == 0 or math.isinf(hi):
        return None
    unit = mpf(2) ** max(int(frexp(mpf(hi))[1]) - 53, -1074)
    return f"{x!r} {hi!r} {int(nint((value - mpf(hi)) / unit * 2**26))}"


def values():
    """The text of the file."""
    lines = []
    for name, (f, ranges, places) in FUNCTIONS.items():
        lines.append(f"# {name}")
        domain = [x for x in points(ranges, places) if x > (0 if name == "log" else -1 if name == "log1p" else -1e400)]
        for x in domain:
            # Enough for the cancellation in 1 - cos x, e^x - 1, ln(1 + x), and for huge angles.
            mp.prec = 2600 if abs(x) < 1e-30 or abs(x) > 1e5 else 300 if abs(x) < 30 else 3000
            line = row(f, x)
            if line:
                lines.append(line)
    return "\n".join(lines) + "\n"
