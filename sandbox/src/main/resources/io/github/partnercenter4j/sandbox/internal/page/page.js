// The page works without this script, except for "Copy", the links to orders and Swagger UI.
'use strict';

const token = document.getElementById('token').value;
const REFRESH_MILLIS = 2000;

document.getElementById('copy').addEventListener('click', async event => {
  const field = document.getElementById('token');
  field.select();
  try {
    await navigator.clipboard.writeText(token);
    event.target.textContent = 'Copied';
  } catch {
    event.target.textContent = 'Press Ctrl-C';
  }
  setTimeout(() => { event.target.textContent = 'Copy'; }, 2000);
});

// Replaces the parts that change with those of the page as it is now.
async function refresh(keepChoice = false) {
  const find = document.querySelector('#find input');
  const response = await fetch(find && find.value ? '/?find=' + encodeURIComponent(find.value) : '/', {headers: {Accept: 'text/html'}});
  const now = new DOMParser().parseFromString(await response.text(), 'text/html');
  for (const part of document.querySelectorAll('[data-live]')) {
    if (part.id === 'orders' && keepChoice && isChoosing()) continue;
    const other = now.getElementById(part.id);
    if (other && other.innerHTML !== part.innerHTML) part.replaceChildren(...other.childNodes);
  }
}

// Replacing the orders would lose a status that is chosen and not sent yet. Each select begins with the present status.
const isChoosing = () => document.activeElement.closest('#orders form') !== null
    || [...document.querySelectorAll('#orders select')].some(select => select.selectedIndex !== 0);
setInterval(() => { if (!document.hidden) refresh(true).catch(() => {}); }, REFRESH_MILLIS);

function show(title, text) {
  let answer = document.getElementById('answer');
  if (!answer) {
    answer = document.createElement('div');
    answer.id = 'answer';
    answer.append(document.createElement('h3'), document.createElement('pre'));
    document.querySelector('#links').append(answer);
  }
  answer.hidden = false;
  answer.querySelector('h3').textContent = title;
  answer.querySelector('pre').textContent = text;
}

function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

document.addEventListener('click', async event => {
  const link = event.target.closest('a[data-ask]');
  if (!link) return;
  event.preventDefault();
  const response = await fetch(link.href, {headers: {Accept: 'application/json', Authorization: 'Bearer ' + token}});
  show(`${response.status} for GET ${new URL(link.href).pathname}`, pretty(await response.text()));
  await refresh(true);
});

document.addEventListener('submit', async event => {
  const form = event.target;
  if (form.id === 'find') {
    event.preventDefault();
    await refresh();
  } else if (form.matches('form.line')) {
    event.preventDefault();
    const response = await fetch(form.action, {method: 'POST', body: new URLSearchParams(new FormData(form)), redirect: 'manual'});
    if (response.type !== 'opaqueredirect') show(`${response.status} for this change`, await response.text());
    document.activeElement.blur();
    await refresh();
  }
});

const ui = SwaggerUIBundle({
  url: '/_sandbox/openapi.json',
  dom_id: '#swagger',
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  validatorUrl: null,
  onComplete: () => {
    document.getElementById('swagger').dataset.schemes.split(' ').filter(name => name)
        .forEach(name => ui.preauthorizeApiKey(name, token));
  },
});
