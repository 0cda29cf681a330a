'use strict';
const $ = id => document.getElementById(id);
const order = ['covered', 'exercised', 'missing'];
const fields = ['query', 'table', 'side', 'kind', 'state'];
const PAGE = 100;

// The data holds each text once. Everything else refers to it by its index.
let data, requirements, mutations;
const text = i => data.texts[i];
const root = {branches: [], leaves: []};
async function unpack() {
  const bytes = Uint8Array.from(atob($('data').textContent), c => c.charCodeAt(0));
  data = await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).json();
  const table = ({columns, rows}) => rows.map(row => Object.fromEntries(columns.map((name, i) => [name, row[i]])));
  requirements = table(data.requirements);
  mutations = table(data.mutations).map(m => ({...m, rejectedBy: []}));
  const branches = table(data.branches).map(b => ({name: text(b.name), parent: b.parent, branches: [], leaves: []}));
  branches.forEach(b => (branches[b.parent] || root).branches.push(b));
  requirements.forEach(r => {
    branches[r.branch].leaves.push(r);
    r.mutations.forEach(([m, violations]) => mutations[m].rejectedBy.push([r, violations]));
  });
}

function add(parent, tag, content = '', cls = '') {
  const e = document.createElement(tag);
  e.className = cls;
  e.textContent = content;
  parent.append(e);
  return e;
}
// Adds an element that opens. Its content is made when it is opened for the first time.
function addDetails(parent, state, title, count, fill) {
  const details = add(parent, 'details');
  const summary = add(details, 'summary');
  if (state) add(summary, 'span', '', 'dot ' + state).title = state;
  summary.append(title);
  if (count) add(summary, 'span', count, 'count');
  details.addEventListener('toggle', () => { if (details.open && details.children.length === 1) fill(details); });
  return details;
}

const all = b => b.all ||= [...b.leaves, ...b.branches.flatMap(all)];
const worst = leaves => order[Math.max(...leaves.map(r => order.indexOf(text(r.state))))];
function addBranch(parent, b) {
  b.leaves.forEach(r => addRequirement(parent, r, text(r.side) + ': ' + text(r.aspect)));
  b.branches.forEach(below => {
    const leaves = all(below);
    const covered = leaves.filter(r => text(r.state) === 'covered').length;
    const details = addDetails(parent, worst(leaves), below.name, `${covered} of ${leaves.length}`, opened => addBranch(opened, below));
    details.open = b === root;
  });
}
function addRequirement(parent, r, title) {
  addDetails(parent, text(r.state), title, '', details => {
    const box = add(details, 'div', '', 'leaf');
    add(box, 'p', `Id: ${text(r.side)} ${text(r.id)}`);
    add(box, 'p', 'In the spec: #' + text(r.pointer));
    r.violations.forEach(v => add(box, 'p', 'Violated: ' + text(v), 'why'));
    if (r.exchange === null) return;
    add(box, 'p', 'Check: ' + text(r.check));
    add(box, 'p', 'Exchange:');
    add(box, 'pre', data.exchanges[r.exchange].map(text).join('\n'));
    r.counterexamples.forEach(([name, violations]) => {
      add(box, 'p', `Counterexample, ${text(name)}:`);
      add(box, 'pre', violations.length ? 'rejected: ' + violations.map(text).join('\n') : 'not rejected');
    });
    if (r.mutations.length) addDetails(box, '', 'Mutations that this check rejected', r.mutations.length, list => r.mutations.forEach(([m, violations]) => {
      add(list, 'p', text(mutations[m].name));
      add(list, 'pre', violations.map(text).join('\n'));
    }));
  });
}
function addMutation(parent, m) {
  addDetails(parent, text(m.state), text(m.name), text(m.state), details => {
    const box = add(details, 'div', '', 'leaf');
    ['server', 'client'].forEach(side => add(box, 'p', `Checks of the ${side}: ${{reject: 'must reject it', accept: 'must accept it', ignore: 'not run'}[text(m[side])]}`));
    m.rejectedBy.forEach(([r, violations]) => {
      add(box, 'p', 'Rejected by ').append(requirementLink(r));
      add(box, 'pre', violations.map(text).join('\n'));
    });
  });
}
function requirementLink(r) {
  const button = document.createElement('button');
  button.className = 'link';
  button.textContent = `${text(r.side)} ${text(r.id)}`;
  button.addEventListener('click', () => {
    fields.forEach(f => { $(f).value = ''; });
    $('table').value = 'requirements';
    $('side').value = text(r.side);
    $('query').value = text(r.id);
    changed();
    $('query').scrollIntoView();
  });
  return button;
}

// What a search finds: ids, parts of the spec, checks, counterexamples, mutations and violations.
const lower = indices => indices.map(text).join(' ').toLowerCase();
const words = {
  requirements: r => r.words ||= lower([r.side, r.id, r.kind, r.mediaType, r.pointer, r.state, r.check, ...r.violations,
    ...r.counterexamples.flatMap(([name, v]) => [name, ...v]), ...r.mutations.flatMap(([m, v]) => [mutations[m].name, ...v])]),
  mutations: m => m.words ||= lower([m.name, m.state, ...m.rejectedBy.flatMap(([r, v]) => [r.id, ...v])])
};
function found() {
  const [query, name, side, kind, state] = fields.map(f => $(f).value);
  const wanted = query.toLowerCase().split(/\s+/).filter(Boolean);
  return {requirements, mutations}[name].filter(x =>
    (!state || text(x.state) === state)
    && (!side || (name === 'requirements' ? text(x.side) === side : text(x[side]) !== 'ignore'))
    && (!kind || (name === 'requirements' ? text(x.kind) === kind : text(x.family) === kind))
    && wanted.every(w => words[name](x).includes(w)));
}
function addPage(parent, items, from) {
  const requirement = $('table').value === 'requirements';
  items.slice(from, from + PAGE).forEach(x => requirement ? addRequirement(parent, x, `${text(x.side)}: ${text(x.id)}`) : addMutation(parent, x));
  if (items.length > from + PAGE) {
    const more = add(parent, 'button', `Show more (${items.length - from - PAGE} left)`);
    more.addEventListener('click', () => { more.remove(); addPage(parent, items, from + PAGE); });
  }
}
function show() {
  const results = $('results');
  results.textContent = '';
  const requirement = $('table').value === 'requirements';
  if (requirement && ['query', 'side', 'kind', 'state'].every(f => !$(f).value)) {
    $('count').textContent = `${requirements.length} requirements, as a tree. Open a line to see its exchange, its check, its counterexamples, and the mutations that its check rejected.`;
    addBranch(results, root);
  } else {
    const items = found();
    $('count').textContent = `${items.length} of ${requirement ? requirements.length + ' requirements' : mutations.length + ' mutations'}`;
    addPage(results, items, 0);
  }
}

// The kinds and results to choose from depend on what is searched.
function setOptions(field, first, values) {
  const before = $(field).value;
  $(field).textContent = '';
  add($(field), 'option', first).value = '';
  [...new Set(values)].forEach(v => add($(field), 'option', v));
  $(field).value = [...new Set(values)].includes(before) ? before : '';
}
function setTable() {
  const requirement = $('table').value === 'requirements';
  const items = requirement ? requirements : mutations;
  setOptions('kind', 'All kinds', items.map(x => requirement ? text(x.kind) : text(x.family)));
  setOptions('state', 'All results', items.map(x => text(x.state)));
}
// The address holds the search, so that it can be sent to somebody.
function read() {
  const address = new URLSearchParams(location.hash.slice(1));
  $('table').value = address.get('table') || 'requirements';
  setTable();
  fields.forEach(f => { if (f !== 'table') $(f).value = address.get(f) || ''; });
}
function changed() {
  setTable();
  history.replaceState(null, '', '#' + new URLSearchParams(fields.map(f => [f, $(f).value]).filter(([, value]) => value)));
  show();
}

unpack().then(() => {
  $('filters').addEventListener('input', changed);
  $('filters').addEventListener('submit', e => e.preventDefault());
  addEventListener('hashchange', () => { read(); show(); });
  read();
  show();
}, e => { $('count').textContent = `This browser cannot unpack the details: ${e.message}. Use a newer browser.`; });
