"""Makes the vectors of this folder with programs that are not Linkwell: NumPy, SciPy, statsmodels, mpmath, and R with
psych. What they do not offer (the BCa interval with SplitMix64, the tipping point, exact Wilcoxon tests with ties) is
written here a second time, naively.

    python3 make.py --check     are the files what this script makes? (numbers may differ in their last digits)
    python3 make.py --write     makes them

Needs Python 3.11, numpy 2.4, scipy 1.17, statsmodels 0.15, pandas 3.1, mpmath 1.3, and Rscript 4.2 with psych 2.2.9.
"""

import itertools
import json
import math
import pathlib
import subprocess
import sys

import mpmath
import numpy as np
import pandas as pd
import scipy
import scipy.stats as st
import statsmodels
import statsmodels.api as sm
from scipy.optimize import brentq, least_squares
from scipy.special import gammaln
from statsmodels.stats.proportion import proportion_confint

HERE = pathlib.Path(__file__).parent
EARLIER = HERE.parent / "stats"
MADE_WITH = {
    "numpy": np.__version__, "scipy": scipy.__version__, "statsmodels": statsmodels.__version__,
    "mpmath": mpmath.__version__,
}
mpmath.mp.dps = 40


def r(code, **lists):
    """Runs R code that ends in cat(name, value, ...) lines, with numeric vectors by name."""
    head = "".join(f"{name} <- c({','.join(repr(float(v)) for v in values)})\n" for name, values in lists.items())
    say = "say <- function(name, v) cat(name, sprintf('%.17g', as.numeric(v)), '\\n')\n"
    out = subprocess.run(["Rscript", "--vanilla", "-e", head + say + code], capture_output=True, text=True, check=True)
    found = {}
    for line in out.stdout.splitlines():
        name, *values = line.split()
        found[name] = [float(v) for v in values] if len(values) > 1 else float(values[0])
    return found


def distributions():
    def tails(lower, upper):
        return {"lower": float(lower), "upper": float(upper)}

    def beta(a, b, x):
        return mpmath.betainc(a, b, 0, x, regularized=True)

    normal, student, fisher, chi = [], [], [], []
    for z in [-30, -8.5, -3, -1.96, -0.5, 0, 1e-9, 0.3, 1, 2.5758293, 6, 12]:
        normal.append({"z": z, **tails(mpmath.ncdf(z), mpmath.ncdf(-z))})
    for df in [1, 2, 3.5, 9, 40, 299, 19999]:
        for t in [-50, -4.0621, -1.2, 0, 0.01, 0.7, 2.0, 5.5, 38]:
            half = mpmath.mpf(df) / (df + mpmath.mpf(t) ** 2)
            outside = beta(mpmath.mpf(df) / 2, mpmath.mpf(1) / 2, half) / 2 if t else mpmath.mpf(1) / 2
            student.append({"df": df, "t": t, **(tails(outside, 1 - outside) if t < 0 else tails(1 - outside, outside))})
    for d1, d2 in [(1, 1), (2, 5), (6, 34), (40, 360), (446, 4014), (19118, 172062)]:
        for f in [0.001, 0.3, 0.9, 1.0, 1.1, 2.5, 12]:
            if d1 > 400:  # mpmath's series does not end
                fisher.append({"df": [d1, d2], "f": f, **tails(st.f.cdf(f, d1, d2), st.f.sf(f, d1, d2))})
                continue
            f = mpmath.mpf(f)
            low = beta(mpmath.mpf(d1) / 2, mpmath.mpf(d2) / 2, d1 * f / (d1 * f + d2))
            high = beta(mpmath.mpf(d2) / 2, mpmath.mpf(d1) / 2, d2 / (d1 * f + d2))
            fisher.append({"df": [d1, d2], "f": float(f), **tails(low, high)})
    for df in [1, 2, 7, 30, 400]:
        for x in [0.0001, 0.5, 1, 6, 29, 45, 390, 600]:
            a = mpmath.mpf(df) / 2
            chi.append({"df": df, "x": x, **tails(mpmath.gammainc(a, 0, mpmath.mpf(x) / 2, regularized=True),
                                                  mpmath.gammainc(a, mpmath.mpf(x) / 2, regularized=True))})
    ps = [1e-10, 0.001, 0.025, 0.2, 0.5, 0.7, 0.975, 0.9995]
    quantiles = [{"of": "normal", "p": p, "x": st.norm.ppf(p)} for p in ps]
    quantiles += [{"of": "t", "df": [df], "p": p, "x": st.t.ppf(p, df)} for df in [1, 4, 40, 20000] for p in ps]
    quantiles += [{"of": "f", "df": df, "p": p, "x": st.f.ppf(p, *df)}
                  for df in [(2, 5), (29, 174), (446, 4014)] for p in ps]
    quantiles += [{"of": "chi2", "df": [df], "p": p, "x": st.chi2.ppf(p, df)} for df in [1, 7, 400] for p in ps]
    return {"source": "tails: mpmath, 40 digits (F with more than 400 degrees of freedom: SciPy); quantiles: SciPy", "normal": normal, "t": student, "f": fisher,
            "chi2": chi, "quantiles": quantiles}


def described():
    rng = np.random.default_rng(1)
    sets = {"one": [7.0], "two": [3.0, 4.0], "alike": [5.0] * 6, "gse": rng.integers(10, 41, 61).tolist(),
            "metric": np.round(rng.normal(21, 4, 40), 2).tolist()}
    cases = []
    for name, values in sets.items():
        q = np.quantile(values, [0, 0.25, 0.5, 0.75, 1]).tolist()
        from_r = r("say('q', quantile(x, c(0,.25,.5,.75,1), type = 7))", x=values)["q"]
        assert np.allclose(q, from_r, rtol=1e-15)
        cases.append({"id": name, "values": [float(v) for v in values], "mean": float(np.mean(values)),
                      "sd": float(np.std(values, ddof=1)) if len(values) > 1 else None, "quantiles": q})
    shares = [{"count": c, "of": n, "level": level, "interval": list(proportion_confint(c, n, 1 - level, "wilson"))}
              for c, n in [(0, 1), (1, 1), (0, 41), (3, 41), (20, 41), (41, 41), (500, 20000)] for level in (0.95, 0.8)]
    return {"source": "NumPy, R quantile(type = 7), statsmodels proportion_confint(wilson)", "summaries": cases,
            "shares": shares}


def splitmix(seed):
    mask = (1 << 64) - 1
    while True:
        seed = (seed + 0x9E3779B97F4A7C15) & mask
        z = seed
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & mask
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & mask
        yield z ^ (z >> 31)


def bca(changes, resamples, seed, level):
    draws, n = splitmix(seed), len(changes)
    changes = sorted(changes)
    means = []
    for _ in range(resamples):
        total = 0.0
        for _ in range(n):
            total += changes[next(draws) * n >> 64]
        means.append(total / n)
    mean = math.fsum(changes) / n
    close = [abs(m - mean) < 1e-9 for m in means]
    below = sum(m < mean and not c for m, c in zip(means, close)) + sum(close) / 2
    z0 = st.norm.ppf(below / resamples)
    d = np.array(changes) - mean
    a = np.sum(d ** 3) / (6 * np.sum(d ** 2) ** 1.5)
    ends = []
    for p in [(1 - level) / 2, 1 - (1 - level) / 2]:
        z = z0 + st.norm.ppf(p)
        ends.append(float(np.quantile(means, st.norm.cdf(z0 + z / (1 - a * z)))))
    return ends


def exact_wilcoxon(d):
    d = d[d != 0]
    ranks = np.round(2 * st.rankdata(abs(d))).astype(int)
    counts = {0: 1}
    for rank in ranks.tolist():
        counts = {s: counts.get(s, 0) + counts.get(s - rank, 0) for s in {*counts, *(c + rank for c in counts)}}
    up = int(ranks[d > 0].sum())
    if len(d) <= 12:  # the shortcut above against every pattern
        patterns = [sum(p) for p in itertools.product(*[(0, x) for x in ranks.tolist()])]
        assert all(patterns.count(s) == c for s, c in counts.items())
    whole = sum(counts.values())
    low = sum(c for s, c in counts.items() if s <= up) / whole
    high = sum(c for s, c in counts.items() if s >= up) / whole
    return min(1.0, 2 * min(low, high))


def tipping(m, se, n, lost, level):
    t, gone = st.t.ppf(1 - (1 - level) / 2, n - 1), lost / (n + lost)
    if abs(m) <= t * se or lost == 0:
        return None
    f = lambda x: abs(m) - gone * x - t * math.sqrt(se ** 2 + x * x * gone * (1 - gone) / (n + lost))
    shift = brentq(f, 0, abs(m) / gone, xtol=1e-14, rtol=1e-14)
    return {"shift": shift, "mean_of_lost": math.copysign(1, m) * (abs(m) - shift)}


def paired():
    rng = np.random.default_rng(2)
    sleep = json.loads((EARLIER / "stats_paired.json").read_text())["cases"][0]
    truax = json.loads((EARLIER / "stats_rci_jacobson_truax_1991.json").read_text())
    before = np.clip(np.round(rng.normal(27, 5, 41)), 10, 40)
    big = np.clip(np.round(rng.normal(20, 4, 120)), 7, 35)
    sets = {
        "sleep, Student 1908": (sleep["pre"], sleep["post"]),
        "Dyadic Adjustment Scale, Jacobson and Truax 1991": (truax["pre"], truax["post"]),
        "self-efficacy, made up": (before, np.clip(before + np.round(rng.normal(2, 4, 41)), 10, 40)),
        "many ties, made up": (big, np.clip(big + np.round(rng.normal(0.5, 2, 120)), 7, 35)),
        "three": ([1, 2, 4], [2, 2, 7]),
        "two": ([3.5, 4], [5, 4.25]),
        "falling": ([8, 7, 6, 9, 5, 8, 7], [3, 4, 5, 2, 4, 6, 1]),
    }
    cases = []
    for name, (a, b) in sets.items():
        a, b = np.array(a, float), np.array(b, float)
        # As a program sees them: differences like 0.3 - 0.1 and 0.4 - 0.2 are ties.
        d = np.round(b - a, 9)
        n = len(d)
        found = r("""t <- t.test(b, a, paired = TRUE); say('t', t$statistic); say('p', t$p.value); say('ci', t$conf.int)
                     d <- round(b - a, 9); d <- d[d != 0]
                     w <- suppressWarnings(wilcox.test(d, exact = FALSE, correct = TRUE)); say('v', w$statistic)
                     say('wp', w$p.value)""", a=a, b=b)
        ours = st.ttest_rel(b, a)
        assert np.isclose(ours.statistic, found["t"], rtol=1e-12)
        change = np.mean(b - a)
        s, sa, sb = np.std(b - a, ddof=1), np.std(a, ddof=1), np.std(b, ddof=1)
        m = n - 1
        hedges = math.exp(gammaln(m / 2) - gammaln((m - 1) / 2)) / math.sqrt(m / 2) if m > 1 else None
        changed = d[d != 0]
        exact = exact_wilcoxon(d) if len(changed) <= 50 else None
        if len(changed) <= 50 and len(set(abs(changed))) == len(changed):
            assert np.isclose(exact, st.wilcoxon(changed, method="exact").pvalue, rtol=1e-12)
        up, down = found["v"], len(changed) * (len(changed) + 1) / 2 - found["v"]
        lost = {"sleep, Student 1908": 3, "two": 5}.get(name, 20)
        locf = np.concatenate([b - a, np.zeros(lost)])
        locf_ci = st.ttest_1samp(locf, 0).confidence_interval(0.95)
        corr = float(np.corrcoef(a, b)[0, 1])
        cases.append({
            "id": name, "before": a.tolist(), "after": b.tolist(), "n": n, "mean": float(change), "sd": float(s),
            "t": found["t"], "p": found["p"], "interval": found["ci"],
            "srm": float(change / s), "baseline_sd": float(change / sa), "d_av": float(change / ((sa + sb) / 2)),
            "g_av": float(change / ((sa + sb) / 2) * hedges) if hedges else None, "correlation": corr,
            "oldham": float(np.corrcoef(b - a, (a + b) / 2)[0, 1]),
            "changed": len(changed), "rank_sum_up": up, "rank_sum_down": down,
            "wilcoxon_exact_p": exact, "wilcoxon_normal_p": found["wp"],
            "bca": {"resamples": 999, "seed": 15, "interval": bca((b - a).tolist(), 999, 15, 0.95)},
            "lost": lost, "carried_forward": {"mean": float(locf.mean()), "interval": list(locf_ci)},
            "tipping": tipping(change, s / math.sqrt(n), n, lost, 0.95),
        })
    return {"source": "R t.test and wilcox.test(exact = FALSE); SciPy; the rest in make.py", "cases": cases}


def minres(matrix):
    """One factor by minimum residuals, from many starts, with a general optimiser."""
    k = len(matrix)
    off = ~np.eye(k, dtype=bool)
    rng, best = np.random.default_rng(0), None
    for _ in range(8):
        fit = least_squares(lambda x: (matrix - np.outer(x, x))[off], rng.uniform(0.2, 0.8, k), xtol=1e-15, ftol=1e-15,
                            gtol=1e-15)
        if best is None or fit.cost < best.cost:
            best = fit
    x = best.x
    return x if x.sum() >= 0 else -x


def reliability():
    rng = np.random.default_rng(3)
    attitude = json.loads((EARLIER / "stats_alpha.json").read_text())["cases"][0]["data"]
    trait = rng.normal(0, 1, (61, 1))
    gse = np.clip(np.round(2.6 + 0.5 * trait + rng.normal(0, 0.7, (61, 10))), 1, 4)
    three = np.clip(np.round(2 + 0.6 * trait[:, :1] + rng.normal(0, 0.5, (61, 3))), 1, 3)
    mixed = np.column_stack([gse[:, :4], rng.integers(1, 5, (61, 1))])
    cases = []
    for name, data in {"attitude (30 x 7), R's datasets": attitude, "gse10, made up": gse, "ucla3, made up": three,
                       "with an item of chance, made up": mixed}.items():
        data = np.array(data, float)
        n, k = data.shape
        found = r(f"""suppressMessages(library(psych)); m <- matrix(x, ncol = {k})
            a <- suppressWarnings(alpha(as.data.frame(m), warnings = FALSE, check.keys = FALSE))
            say('alpha', a$total$raw_alpha); say('std', a$total$std.alpha); say('feldt', unlist(a$feldt)[c(1, 3)])
            say('drop', a$item.stats$r.drop); say('deleted', a$alpha.drop$raw_alpha)
            f <- fa(cor(m), fm = 'minres', n.obs = {n}); say('loadings', f$loadings[, 1])""", x=data.T.ravel())
        c = np.cov(data.T)
        total = data.sum(axis=1)
        alpha = k / (k - 1) * (1 - np.trace(c) / np.var(total, ddof=1))
        assert np.isclose(alpha, found["alpha"], rtol=1e-10)
        ci = [1 - (1 - alpha) * st.f.ppf(p, n - 1, (n - 1) * (k - 1)) for p in (0.975, 0.025)]
        drop = [np.corrcoef(data[:, i], total - data[:, i])[0, 1] for i in range(k)]
        assert np.allclose(drop, found["drop"], rtol=1e-10)
        loadings = minres(np.corrcoef(data.T))
        assert np.allclose(loadings, np.array(found["loadings"]) * np.sign(sum(found["loadings"])), atol=2e-3), loadings
        omega = lambda s: float((s @ loadings) ** 2 / ((s @ loadings) ** 2 + np.sum(s ** 2 * (1 - loadings ** 2))))
        cases.append({"id": name, "rows": data.tolist(), "alpha": found["alpha"], "standardised": found["std"],
                      "interval": ci, "psych_feldt": found["feldt"], "corrected_item_total": found["drop"],
                      "alpha_if_deleted": found["deleted"], "loadings": loadings.tolist(),
                      "psych_loadings": found["loadings"], "omega": omega(np.std(data, axis=0, ddof=1)),
                      "omega_standardised": omega(np.ones(k))})
    return {"source": "R psych: alpha (with Feldt's interval), fa(fm = 'minres'); loadings to more digits: SciPy",
            "cases": cases}


def groups():
    rng = np.random.default_rng(4)
    balanced = [np.round(rng.normal(m, 3, 6), 1).tolist() for m in (1, 4, 2, 6)]
    sites = [np.round(rng.normal(m, 4, n)).tolist() for m, n in zip([1, 3, 2, 5, 0, 2, 4], [9, 4, 12, 7, 1, 5, 15])]
    cases = []
    for name, data in {"balanced": balanced, "seven sites": sites}.items():
        values, labels = sum(data, []), sum([[i] * len(g) for i, g in enumerate(data)], [])
        found = r("""a <- anova(lm(x ~ factor(g))); k <- a$Df[1] + 1; N <- length(x); f <- a$`F value`[1]
            ni <- table(g); m <- (N - sum(ni^2) / N) / (k - 1); icc <- function(f) (f - 1) / (f + m - 1)
            say('f', f); say('p', a$`Pr(>F)`[1]); say('icc', icc(f))
            say('ci', c(icc(f / qf(.975, k - 1, N - k)), icc(f / qf(.025, k - 1, N - k))))""", x=values, g=labels)
        if name == "balanced":
            psych = r(f"""suppressMessages(library(psych)); i <- ICC(matrix(x, ncol = 6, byrow = TRUE), lmer = FALSE)$results
                say('icc', i$ICC[1]); say('ci', c(i$`lower bound`[1], i$`upper bound`[1]))""", x=values)
            assert np.allclose([found["icc"], *found["ci"]], [psych["icc"], *psych["ci"]], rtol=1e-9)
        means = []
        for g in data:
            ci = st.ttest_1samp(g, 0).confidence_interval(0.95) if len(g) > 1 else None
            means.append({"n": len(g), "mean": float(np.mean(g)), "interval": list(ci) if ci else None})
        cases.append({"id": name, "groups": data, "f": found["f"], "p": found["p"], "icc": found["icc"],
                      "interval": found["ci"], "means": means})
    pairs = []
    for a, b in [(balanced[0], sites[2]), (sites[0], sites[6]), ([1.0, 2.0], [2.0, 2.0])]:
        spread = math.sqrt((np.var(a, ddof=1) + np.var(b, ddof=1)) / 2)
        pairs.append({"returned": a, "lost": b, "standardised_difference": float((np.mean(a) - np.mean(b)) / spread)})
    return {"source": "R lm, psych ICC (balanced), SciPy ttest_1samp, NumPy", "cases": cases, "attrition": pairs}


def hide(counts, least=5):
    """Which cells of one row are hidden: the small ones, then the smallest of the others until two cells and `least`
    people are."""
    hidden = {i for i, c in enumerate(counts) if 0 < c < least}
    while hidden and (len(hidden) < 2 or sum(counts[i] for i in hidden) < least):
        rest = [i for i, c in enumerate(counts) if c and i not in hidden]
        if not rest:
            break
        hidden.add(min(rest, key=lambda i: (counts[i], i)))
    return [i in hidden for i in range(len(counts))]


def suppression():
    """Groups and their parts, and an audit by linear algebra: what an attacker who knows all that is shown can compute
    is the span of the shown cells; no hidden group, part or sum of parts of fewer than five people lies in it."""
    rng = np.random.default_rng(6)
    tables = [[[4, 5], [3], [9]], [[6, 1], [8]], [[5], [5]], [[7, 7, 2], [5, 0, 6], [1]], [[3]], [[2, 2], [2, 2]],
              [[12, 5, 4, 1], [6, 6]], [[]], [[0, 0], [9, 6]]]
    tables += [[rng.integers(0, 9, rng.integers(1, 4)).tolist() for _ in range(rng.integers(1, 6))] for _ in range(60)]
    cases = []
    for table in tables:
        outer = hide([sum(parts) for parts in table])
        parts = [[True] * len(p) if h else hide(p) for p, h in zip(table, outer)]
        columns = [(g, i) for g, p in enumerate(table) for i in range(len(p))]
        unit = lambda cells: np.array([1.0 if c in cells else 0.0 for c in columns])
        group = lambda g: {c for c in columns if c[0] == g}
        known = [unit(set(columns))] + [unit(group(g)) for g, h in enumerate(outer) if not h]
        known += [unit({(g, i)}) for g, p in enumerate(parts) for i, h in enumerate(p) if not h]
        # A part without people is shown as such.
        known += [unit({c}) for c in columns if table[c[0]][c[1]] == 0]
        people = sum(map(sum, table))
        small = [group(g) for g, h in enumerate(outer) if h] + [{(g, i)} for g, p in enumerate(parts)
                                                                for i, h in enumerate(p) if h]
        for g, p in enumerate(table):
            small += [{(g, i) for i in some} for k in range(1, len(p) + 1) for some in itertools.combinations(range(len(p)), k)]
        for cells in small:
            size = sum(table[g][i] for g, i in cells)
            if columns and 0 < size < 5 <= people:
                rank = np.linalg.matrix_rank
                assert rank(np.array(known + [unit(cells)])) > rank(np.array(known)), (table, cells)
        cases.append({"counts": table, "groups": outer, "parts": parts})
    return {"source": "make.py, audited with NumPy's rank: nothing of fewer than five people is in the span of what is shown",
            "least": 5, "cases": cases}


def aggregates():
    """Bins by NumPy's histogram over the final edges, which are found naively; bundles by pandas."""
    rng = np.random.default_rng(7)
    binned = []
    for n, first, width, count in [(61, 9.5, 3, 11), (41, -0.5, 1, 11), (4, -0.5, 1, 11), (5, -0.5, 1, 11), (9, -7.5, 1, 15),
                                   (300, 0, 2.5, 8), (23, -17.5, 5, 7)]:
        values = np.round(rng.normal(first + width * count / 2, width * count / 4, n), 1)
        clipped = np.clip(values, first, first + width * count - 1e-9)
        edges, start = [first], first
        for cell in range(1, count + 1):
            end = first + width * cell
            if np.sum((clipped >= start) & (clipped < end)) >= 5:
                edges.append(end)
                start = end
        edges[-1] = first + width * count
        found = [] if n < 5 else [{"low": float(a), "high": float(b), "n": int(c)} for a, b, c in
                                  zip(edges, edges[1:], np.histogram(clipped, edges)[0])]
        assert sum(bin["n"] for bin in found) == (n if n >= 5 else 0) and all(bin["n"] >= 5 for bin in found)
        binned.append({"values": values.tolist(), "first": first, "width": width, "count": count, "bins": found})
    bundled = []
    for n, most in [(41, 12), (4, 12), (5, 12), (14, 12), (120, 12)]:
        frame = pd.DataFrame({"before": rng.integers(10, 41, n), "after": rng.integers(10, 41, n)})
        ranked = frame.assign(change=frame.after - frame.before).sort_values(["change", "before"])
        groups = min(n // 5, most)
        ends = [at * n // groups for at in range(groups + 1)] if groups else [0]
        parts = [ranked.iloc[a:b] for a, b in zip(ends, ends[1:])]
        bundled.append({"before": frame.before.tolist(), "after": frame.after.tolist(), "most": most,
                        "bundles": [{"n": len(p), "before": p.before.mean(), "after": p.after.mean()} for p in parts]})
    return {"source": "NumPy histogram, pandas", "bins": binned, "bundles": bundled}


def rates():
    rng = np.random.default_rng(5)
    cases = []
    for name, n, months in [("same time", 35, False), ("own times", 28, True)]:
        own = rng.gamma(1.5, 2, n)
        before, after = rng.poisson(own), rng.poisson(0.75 * own)
        t0 = rng.integers(3, 13, n) if months else np.full(n, 12)
        t1 = rng.integers(3, 13, n) if months else np.full(n, 12)
        frame = pd.DataFrame({"y": np.concatenate([before, after]), "post": np.repeat([0, 1], n),
                              "id": np.tile(np.arange(n), 2), "t": np.concatenate([t0, t1])})
        fit = sm.GEE(frame.y, sm.add_constant(frame[["post"]]), groups=frame.id, family=sm.families.Poisson(),
                     cov_struct=sm.cov_struct.Independence(), offset=np.log(frame.t)).fit(cov_type="robust")
        b, se = fit.params["post"], fit.bse["post"] * math.sqrt(n / (n - 1))
        t = st.t.ppf(0.975, n - 1)
        cases.append({"id": name, "before": [[int(y), float(x)] for y, x in zip(before, t0)],
                      "after": [[int(y), float(x)] for y, x in zip(after, t1)], "ratio": math.exp(b),
                      "interval": [math.exp(b - t * se), math.exp(b + t * se)],
                      "p": float(2 * st.t.sf(abs(b / se), n - 1))})
    return {"source": "statsmodels GEE, Poisson, independence, robust errors times n / (n - 1), t with n - 1",
            "cases": cases}


def demo():
    """The sample study's answers, scored and computed without Linkwell."""
    ons = ["life_satisfaction", "worthwhile", "happy_yesterday", "anxious_yesterday"]
    gse, ucla = [f"gse_{i}" for i in range(1, 11)], [f"ucla_{i}" for i in range(1, 4)]

    def gse_sum(values):
        known = [v for v in values if v is not None]
        return sum(known) * 10 / len(known) if len(known) >= 7 else None

    rules = {**{item: ([item], lambda v: v[0]) for item in ons}, "gse10_sum": (gse, gse_sum),
             "ucla3_sum": (ucla, lambda v: None if None in v else sum(v))}
    files = [json.loads(file.read_text()) for file in sorted((HERE.parents[1] / "studies/demo/answers").glob("*.json"))]
    scales = {}
    for scale, (items, rule) in rules.items():
        rows = {wave: {f["participant"]: [x if isinstance(x := f["answers"][i], int) else None for i in items]
                       for f in files if f["wave"] == wave} for wave in ("baseline", "followup")}
        scores = {wave: {who: s for who, v in people.items() if (s := rule(v)) is not None}
                  for wave, people in rows.items()}
        out = {}
        for wave, people in scores.items():
            x = np.array(list(people.values()), float)
            out[wave] = {"n": len(x), "mean": x.mean(), "sd": x.std(ddof=1), "median": np.median(x)}
            if len(items) > 1:
                m = np.array([v for v in rows[wave].values() if None not in v], float)
                k = m.shape[1]
                out[wave]["alpha"] = k / (k - 1) * (1 - m.var(axis=0, ddof=1).sum() / m.sum(axis=1).var(ddof=1))
        both = sorted(scores["baseline"].keys() & scores["followup"].keys())
        t = st.ttest_rel([scores["followup"][w] for w in both], [scores["baseline"][w] for w in both])
        ci = t.confidence_interval(0.95)
        change = [scores["followup"][w] - scores["baseline"][w] for w in both]
        out["change"] = {"n": len(both), "mean": np.mean(change), "t": t.statistic, "p": t.pvalue, "low": ci.low,
                         "high": ci.high}
        scales[scale] = out
    return {"source": "studies/demo/answers, scored in make.py, SciPy ttest_rel, NumPy", "scales": scales}


def demo_contacts():
    """The sample study's contacts by statsmodels, rates in contacts a year."""
    frame = pd.read_csv(HERE.parents[1] / "studies/demo/contacts.csv")
    known = set(pd.read_csv(HERE.parents[1] / "studies/demo/participants.csv").participant)
    frame = frame[frame.participant.isin(known) & ~frame.participant.duplicated(keep=False)].dropna()
    n = len(frame)
    y = np.concatenate([frame.contacts_before, frame.contacts_after])
    years = np.concatenate([frame.days_before, frame.days_after]) / 365.25
    post = np.repeat([0.0, 1.0], n)
    fit = sm.GEE(y, np.column_stack([np.ones(2 * n), post]), groups=np.tile(np.arange(n), 2), family=sm.families.Poisson(),
                 cov_struct=sm.cov_struct.Independence(), offset=np.log(years)).fit(cov_type="robust")
    b, se, t = fit.params[1], fit.bse[1] * math.sqrt(n / (n - 1)), st.t.ppf(0.975, n - 1)
    return {"source": "studies/demo/contacts.csv, statsmodels GEE as in rates.json", "people": n,
            "before": y[:n].sum() / years[:n].sum(), "after": y[n:].sum() / years[n:].sum(), "ratio": math.exp(b),
            "low": math.exp(b - t * se), "high": math.exp(b + t * se), "p": 2 * st.t.sf(abs(b / se), n - 1)}


FILES = {"demo": demo, "demo_contacts": demo_contacts, "distributions": distributions, "described": described, "paired": paired, "reliability": reliability,
         "groups": groups, "rates": rates, "suppression": suppression,
         "aggregates": aggregates}


def plain(value):
    if isinstance(value, dict):
        return {key: plain(part) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(part) for part in value]
    return value.item() if isinstance(value, np.generic) else value


def alike(a, b):
    if isinstance(a, float) and isinstance(b, (int, float)):
        return math.isclose(a, b, rel_tol=1e-7, abs_tol=1e-12)
    if isinstance(a, dict):
        return a.keys() == b.keys() and all(alike(a[key], b[key]) for key in a if key != "made_with")
    if isinstance(a, list):
        return len(a) == len(b) and all(map(alike, a, b))
    return a == b


def main():
    version = subprocess.run(["Rscript", "--vanilla", "-e", "cat(R.version$major, R.version$minor, sep='.'); "
                              "cat(' psych', format(packageVersion('psych')))"], capture_output=True, text=True, check=True)
    wrong = []
    for name, make in FILES.items():
        made = plain({"made_with": {**MADE_WITH, "R": version.stdout}, **make()})
        file = HERE / f"{name}.json"
        if "--write" in sys.argv:
            file.write_text(json.dumps(made, indent=1) + "\n")
        elif not alike(made, json.loads(file.read_text())):
            wrong.append(name)
    sys.exit(f"not as made: {', '.join(wrong)}" if wrong else None)


if __name__ == "__main__":
    if sys.argv[1:] not in (["--check"], ["--write"]):
        sys.exit(__doc__)
    main()
