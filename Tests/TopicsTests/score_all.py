#!/usr/bin/env python3
"""Scores `themaradar cluster` on every labelled set, by night, and on its labels; prints a table.

usage: score_all.py PROGRAM [SHARED] [--only=sets,gold,others,catalogue,seeds,nightly,months,labels] [--catalogue=DIR]

--catalogue: the theme catalogue for `catalogue`, `seeds` and `months` (default: pipelines/themes/jeugd). Seeds are posts
that people placed in their topic: three or eight a topic, five fixed draws, left out of the score.
PROGRAM: the built themaradar. SHARED: the folder with data/ and tools/ (default: THEMARADAR_SHARED, else ../shared).
Unassigned posts count as singletons. Needs Python with numpy, scipy and scikit-learn.
"""
import csv, json, math, os, random, re, subprocess, sys, tempfile, time, collections, warnings
warnings.filterwarnings('ignore')

SETS = [('vl_prefix', 'nl', .778, .864), ('vl_thema_s', 'nl', .439, .578), ('xsid_nl', 'nl', .664, .702),
        ('tweet', 'en', .768, .879), ('banking77_s', 'en', .523, .723), ('clinc150_oos_s', 'en', .447, .731),
        ('stackoverflow_s', 'en', .435, .467), ('googlenews_ts_s', 'en', .916, .941)]


def read(path):
    with open(path, encoding='utf-8') as lines:
        return [json.loads(line) for line in lines if line.strip()]


def cluster(rows, language, folder, *options):
    posts, out, topics = (os.path.join(folder, name) for name in ('posts.ndjson', 'out.csv', 'topics.csv'))
    with open(posts, 'w', encoding='utf-8') as f:
        for row in rows:
            f.write(json.dumps({k: v for k, v in row.items() if k not in ('label', 'gold')}) + '\n')
    began = time.time()
    catalogue = [] if '--catalogue' in options else ['--catalogue', 'none']
    done = subprocess.run([PROGRAM, 'cluster', posts, '--language', language, *catalogue, *options,
                           '--assignments', out, '--topics', topics], capture_output=True, text=True)
    seconds = time.time() - began
    if done.returncode != 0:
        sys.exit(f'cluster ended with {done.returncode}: {done.stderr[-500:]}')
    with open(out, encoding='utf-8', newline='') as f:
        assigned = {r['post_id']: r['topic_id'] or None for r in csv.DictReader(f)}
    with open(topics, encoding='utf-8', newline='') as f:
        described = list(csv.DictReader(f))
    return assigned, described, seconds


def sets(folder):
    print('set                ARI (prototype)   AMI (prototype)  topics/gold  coverage  noise left out  seconds')
    aris, amis = [], []
    for name, language, ari, ami in SETS:
        rows = read(f'{SHARED}/data/topics/{name}.ndjson')
        assigned, _, seconds = cluster(rows, language, folder)
        s = score({r['id']: r['label'] for r in rows}, assigned)
        z = s['singletons']
        aris.append(z['ari']), amis.append(z['ami'])
        noise = f"{s['noise_left_out']:.3f}" if 'noise_left_out' in s else ''
        under = ' <- more than 0.03 under' if z['ari'] < ari - .03 or z['ami'] < ami - .03 else ''
        print(f"{name:18s} {z['ari']:.3f} ({ari:.3f})     {z['ami']:.3f} ({ami:.3f})    {s['topics_found']:3d}/{s['gold_topics']:<3d}"
              f"      {s['coverage']:.3f}     {noise:6s}         {seconds:.1f}{under}", flush=True)
    print(f"{'mean':18s} {sum(aris) / len(aris):.3f}             {sum(amis) / len(amis):.3f}")


def gold(folder, *options):
    labels = {r['id']: r for r in read(f'{SHARED}/data/gold/labels.ndjson')}
    posts = [p for p in read(f'{SHARED}/data/gold/posts.ndjson') if labels[p['id']]['is_question']]
    for title, chosen, fields in (
            ('gold, labelled', [p for p in posts if labels[p['id']]['topic']], ('id', 'title', 'body')),
            ('gold, all, dated', posts, ('id', 'title', 'body', 'created_at'))):
        rows = [{k: p[k] for k in fields if p.get(k) is not None} for p in chosen]
        assigned, topics, _ = cluster(rows, 'nl', folder, *options)
        s = score({p['id']: labels[p['id']]['topic'] or '' for p in chosen}, assigned)
        z = s['singletons']
        print(f"{title:18s} {z['ari']:.3f}             {z['ami']:.3f}            {s['topics_found']:3d}/{s['gold_topics']:<3d}"
              f"      {s['coverage']:.3f}     {s.get('noise_left_out', '')}", flush=True)


def others(folder, *options):
    for name in ('community-a', 'community-b'):
        rows = read(os.path.join(os.path.dirname(__file__), f'../../fixtures/topics/{name}.ndjson'))
        assigned, _, _ = cluster(rows, 'nl', folder, *options)
        s = score({r['id']: r['label'] or '' for r in rows}, assigned)
        z = s['singletons']
        print(f"{name:18s} {z['ari']:.3f}             {z['ami']:.3f}            {s['topics_found']:3d}/{s['gold_topics']:<3d}"
              f"      {s['coverage']:.3f}     {s['noise_left_out']}", flush=True)


def seeds(folder, *options, draws=5):
    labels = {r['id']: r['topic'] for r in read(f'{SHARED}/data/gold/labels.ndjson') if r['is_question'] and r['topic']}
    rows = [{k: p[k] for k in ('id', 'title', 'body') if p.get(k)}
            for p in read(f'{SHARED}/data/gold/posts.ndjson') if p['id'] in labels]
    for count in (3, 8):
        aris, amis, coverages = [], [], []
        for draw in range(draws):
            chance, placed = random.Random(draw), {}
            for topic in sorted(set(labels.values())):
                members = sorted(i for i in labels if labels[i] == topic)
                chance.shuffle(members)
                placed.update((i, topic) for i in members[:min(count, len(members) - 1)])
            path = os.path.join(folder, 'correcties.csv')
            with open(path, 'w', encoding='utf-8', newline='') as f:
                out = csv.writer(f)
                out.writerow(['actie', 'naar', 'bericht'])
                out.writerows(['verplaats', 'thema ' + topic, i] for i, topic in placed.items())
            assigned, _, _ = cluster(rows, 'nl', folder, *options, '--corrections', path)
            s = score({i: t for i, t in labels.items() if i not in placed}, assigned)
            aris.append(s['singletons']['ari']), amis.append(s['singletons']['ami']), coverages.append(s['coverage'])
        print(f"gold, {count} placed posts a topic: ARI {sum(aris) / draws:.3f} ({min(aris):.3f} to {max(aris):.3f}), "
              f"AMI {sum(amis) / draws:.3f}, coverage {sum(coverages) / draws:.3f}", flush=True)


def months(folder, *options):
    labels = {r['id']: r for r in read(f'{SHARED}/data/gold/labels.ndjson')}
    rows = [{k: p[k] for k in ('id', 'title', 'body', 'created_at') if p.get(k)}
            for p in read(f'{SHARED}/data/gold/posts.ndjson') if labels[p['id']]['is_question']]
    rows.sort(key=lambda r: (r['created_at'], r['id']))
    all_months = sorted({r['created_at'][:7] for r in rows})
    cuts = [sum(r['created_at'][:7] <= m for r in rows) for m in all_months]
    replay('gold by month', rows, {r['id']: labels[r['id']]['topic'] or '' for r in rows}, 'nl', folder,
           [c for c in cuts if c >= .3 * len(rows)], *options)


def nightly(folder, name='vl_prefix', language='nl', batches=20, start=.3):
    rows = sorted(read(f'{SHARED}/data/topics/{name}.ndjson'), key=lambda r: (r.get('time') or '', r['id']))
    truth = {r['id']: r['label'] for r in rows}
    for r in rows:
        if r.get('time'):
            r['created_at'] = r['time'] if 'T' in r['time'] else r['time'] + 'T12:00:00Z'
    first = int(len(rows) * start)
    cuts = [first] + [first + int((len(rows) - first) * (i + 1) / (batches - 1)) for i in range(batches - 1)]
    replay(name, rows, truth, language, folder, cuts)


def replay(name, rows, truth, language, folder, cuts, *options):
    state = os.path.join(folder, 'replay.state')
    if os.path.exists(state):
        os.remove(state)
    before, kept, kept_assigned, ever, reused = None, [], [], {}, 0
    for cut in cuts:
        assigned, topics, _ = cluster(rows[:cut], language, folder, *options, '--state', state)
        if before is not None:
            kept.append(sum(assigned[p] == before[p] for p in before) / len(before))
            placed = [p for p in before if before[p]]
            kept_assigned.append(sum(assigned[p] == before[p] for p in placed) / len(placed))
        before = assigned
    z = score(truth, before)['singletons']
    one_shot, _, _ = cluster(rows, language, folder, *options)
    o = score(truth, one_shot)['singletons']
    states = collections.Counter(t['status'] for t in topics)
    print(f"{name}, {len(cuts)} nights: ids kept mean {sum(kept) / len(kept):.3f}, worst {min(kept):.3f} "
          f"(of posts with a topic: {sum(kept_assigned) / len(kept_assigned):.3f}, {min(kept_assigned):.3f}); "
          f"ARI/AMI after the last night {z['ari']:.3f}/{z['ami']:.3f}, in one shot {o['ari']:.3f}/{o['ami']:.3f}; "
          f"topics ever: {dict(states)}", flush=True)


def labels(folder, name='vl_prefix', language='nl'):
    rows = read(f'{SHARED}/data/topics/{name}.ndjson')
    assigned, topics, _ = cluster(rows, language, folder)
    token = re.compile(r"[^\W\d_][\w\-+#']*[\w+#]|[^\W\d_]", re.U)
    used = [set(token.findall(r['text'].lower())) for r in rows if assigned[r['id']]]
    count = collections.Counter(w for words in used for w in words)
    values, all_words = [], []
    for topic in topics:
        if int(topic['posts']) < 5:
            continue
        words = topic['words'].split()[:10]
        all_words += words
        pairs = []
        for i, a in enumerate(words):
            for b in words[:i]:
                both = sum(a in u and b in u for u in used) / len(used)
                pa, pb = count[a] / len(used), count[b] / len(used)
                pairs.append(-1 if both == 0 else 1 if both == 1 else math.log(both / (pa * pb)) / -math.log(both))
        if pairs:
            values.append(sum(pairs) / len(pairs))
    longest = max(len(t['title']) for t in topics)
    print(f"{name} labels: NPMI {sum(values) / len(values):.3f}, diversity {len(set(all_words)) / len(all_words):.3f}, "
          f"longest title {longest} characters")
    for topic in sorted(topics, key=lambda t: -int(t['posts']))[:12]:
        print(f"  {topic['topic_id']} {topic['posts']:>4s}  {topic['title']}  [{topic['words']}]")


if __name__ == '__main__':
    arguments = [a for a in sys.argv[1:] if not a.startswith('--')]
    only = [a.split('=', 1)[1].split(',') for a in sys.argv[1:] if a.startswith('--only=')]
    only = only[0] if only else ['sets', 'gold', 'others', 'catalogue', 'seeds', 'nightly', 'months', 'labels']
    if not arguments:
        sys.exit(__doc__)
    PROGRAM = os.path.abspath(arguments[0])
    SHARED = arguments[1] if len(arguments) > 1 else os.environ.get('THEMARADAR_SHARED', '../shared')
    sys.path.insert(0, f'{SHARED}/tools')
    from score_topics import score
    with tempfile.TemporaryDirectory() as scratch:
        if 'sets' in only: sets(scratch)
        if 'gold' in only: gold(scratch)
        folders = [a.split('=', 1)[1] for a in sys.argv[1:] if a.startswith('--catalogue=')]
        with_themes = ('--catalogue', folders[0] if folders else 'pipelines/themes/jeugd')
        if 'catalogue' in only: gold(scratch, *with_themes)
        if 'others' in only: others(scratch), others(scratch, *with_themes)
        if 'seeds' in only: seeds(scratch, *with_themes)
        if 'months' in only: months(scratch), months(scratch, *with_themes)
        if 'nightly' in only:
            nightly(scratch)
            nightly(scratch, 'banking77_s', 'en')
        if 'labels' in only: labels(scratch)
