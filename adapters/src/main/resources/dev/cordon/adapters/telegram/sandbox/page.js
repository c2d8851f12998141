'use strict';

// Every name, text and file name is somebody's: it goes into the page as text, never as markup.
const chats = new Map();
let version = '';
let shown = '';

const by = id => document.getElementById(id);

function make(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text) node.textContent = text;
  return node;
}

async function send(path, form) {
  const answer = await fetch(path, { method: 'POST', headers: { 'X-Sandbox': 'page' }, body: form });
  if (!answer.ok) throw new Error((await answer.json()).error);
}

function formOf(values) {
  const form = new FormData();
  Object.entries(values).forEach(([name, value]) => form.append(name, value));
  return form;
}

function chatView(chat) {
  const known = chats.get(chat.id);
  if (known) return known;
  const node = by('chat-template').content.firstElementChild.cloneNode(true);
  const view = { id: chat.id, node, messages: new Map(), reply: 0, identities: '' };
  const form = node.querySelector('form');
  const file = form.elements.picture;
  file.addEventListener('change', () => { file.nextElementSibling.textContent = file.files[0]?.name ?? 'Picture…'; });
  form.addEventListener('submit', event => { event.preventDefault(); post(view, form); });
  node.querySelector('.replying button').addEventListener('click', () => replyTo(view, 0));
  const tab = make('button', '', chat.title);
  tab.type = 'button';
  tab.addEventListener('click', () => choose(chat.id));
  view.tab = tab;
  by('tabs').append(tab);
  by('chats').append(node);
  chats.set(chat.id, view);
  if (!shown) shown = chat.id;
  choose(shown);
  return view;
}

function choose(id) {
  shown = id;
  chats.forEach(view => {
    view.node.classList.toggle('shown', view.id === id);
    view.tab.setAttribute('aria-pressed', String(view.id === id));
    if (view.id === id) view.node.querySelector('.messages').scrollTop = 1e9;
  });
}

function replyTo(view, id) {
  view.reply = id;
  const line = view.node.querySelector('.replying');
  line.hidden = !id;
  line.firstElementChild.textContent = 'Reply to message ' + id;
  if (id) view.node.querySelector('[name=text]').focus();
}

async function post(view, form) {
  const button = form.querySelector('[type=submit]');
  const problem = form.querySelector('.problem');
  const body = new FormData(form);
  body.append('chat', view.id);
  body.append('reply', view.reply);
  button.disabled = true;
  problem.hidden = true;
  try {
    await send('/sandbox/post', body);
    form.elements.text.value = '';
    replyTo(view, 0);
  } catch (failure) {
    problem.textContent = failure.message;
    problem.hidden = false;
  }
  button.disabled = false;
  refresh();
}

function picture(message) {
  const image = make('img');
  image.src = '/sandbox/media?id=' + encodeURIComponent(message.picture);
  if (message.covered) image.className = 'covered';
  image.alt = message.file ? 'File ' + message.file : 'Picture posted by ' + message.author;
  return image;
}

function keyboard(view, message) {
  const keys = make('div', 'keys');
  for (const row of message.buttons) {
    const line = make('div');
    for (const key of row) {
      const button = make('button', '', key.text);
      button.type = 'button';
      button.addEventListener('click', () =>
        send('/sandbox/press', formOf({ chat: view.id, message: message.id, data: key.callback_data ?? '' })).then(refresh, refresh));
      line.append(button);
    }
    keys.append(line);
  }
  return keys;
}

function hint(message) {
  const words = [];
  if (message.automatic) words.push('from the linked channel');
  else if (message.forward) words.push('forwarded');
  if (message.album) words.push('album');
  if (message.reply) words.push('reply to ' + message.reply);
  if (message.edited) words.push('edited');
  if (message.covered) words.push('covered');
  return words.join(' · ');
}

function head(message) {
  const line = make('div', 'author');
  line.append(make('span', '', message.author));
  const time = make('time', '', new Date(message.at).toLocaleTimeString([], { timeStyle: 'medium' }));
  line.append(time);
  return line;
}

function fill(view, item, message) {
  item.replaceChildren();
  item.className = 'message ' + message.role;
  if (message.removed) {
    item.classList.add('gone');
    const who = message.removed.call === 'person' ? 'taken back' : 'removed';
    item.append(head(message), make('div', '', `${who} after ${message.removed.millis} ms`));
    return;
  }
  if (message.joined) {
    item.classList.add('service');
    item.textContent = message.joined + ' joined';
    return;
  }
  item.append(head(message));
  if (hint(message)) item.append(make('div', 'hint', hint(message)));
  if (message.picture) item.append(picture(message));
  if (message.file) item.append(make('div', 'hint', message.file));
  if (message.text) item.append(make('div', 'text', message.text));
  if (message.buttons) item.append(keyboard(view, message));
  const reply = make('button', 'reply', 'Reply');
  reply.type = 'button';
  reply.addEventListener('click', () => replyTo(view, message.id));
  item.append(reply);
}

function showMessages(view, messages) {
  const list = view.node.querySelector('.messages');
  const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 60;
  const seen = new Set(messages.map(message => message.id));
  view.messages.forEach((entry, id) => { if (!seen.has(id)) { entry.item.remove(); view.messages.delete(id); } });
  for (const message of messages) {
    const text = JSON.stringify(message);
    let entry = view.messages.get(message.id);
    if (!entry) {
      entry = { item: make('li'), text: '' };
      view.messages.set(message.id, entry);
      list.append(entry.item);
    }
    if (entry.text !== text) {
      fill(view, entry.item, message);
      entry.text = text;
    }
  }
  if (atEnd) {
    list.scrollTop = list.scrollHeight;
    list.querySelectorAll('img').forEach(image => image.addEventListener('load', () => { list.scrollTop = list.scrollHeight; }, { once: true }));
  }
}

function showChat(chat) {
  const view = chatView(chat);
  view.node.querySelector('h2').textContent = chat.title;
  view.node.querySelector('.about').textContent = `${chat.type === 'channel' ? 'channel' : 'group'} · ${chat.members} ${chat.members === 1 ? 'member' : 'members'}`;
  const banned = view.node.querySelector('.banned');
  banned.hidden = chat.banned.length === 0;
  banned.textContent = 'Banned: ' + chat.banned.slice(-6).join(', ') + (chat.banned.length > 6 ? ` and ${chat.banned.length - 6} more` : '');
  const identities = JSON.stringify(chat.identities);
  if (identities !== view.identities) {
    const select = view.node.querySelector('[name=as]');
    const before = select.value;
    select.replaceChildren(...chat.identities.map(one => new Option(one.label, one.value)));
    if (chat.identities.some(one => one.value === before)) select.value = before;
    view.identities = identities;
  }
  showMessages(view, chat.messages);
}

async function refresh() {
  try {
    const answer = await fetch('/sandbox/state?after=' + version);
    by('offline').hidden = true;
    if (answer.status !== 200) return;
    const state = await answer.json();
    version = state.version;
    for (const name of ['deletions', 'bans', 'repeated']) by(name).textContent = state[name];
    state.chats.forEach(showChat);
    by('notes').replaceChildren(...state.notes.map(note => make('li', '', note)));
  } catch (failure) {
    by('offline').hidden = false;
  }
}

async function live() {
  await refresh();
  setTimeout(live, 300);
}
live();
