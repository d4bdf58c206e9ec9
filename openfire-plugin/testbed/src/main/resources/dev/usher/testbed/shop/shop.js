// What a website may do with the chat's events: nothing of it is needed for the chat to work.
const news = document.querySelector('.news');
const tell = (text) => (news.textContent = text);

const told = {
  queued: () => tell('We have your call.'),
  position: ({ position }) => tell(`You are number ${position} in our line.`),
  chatStarted: () => tell('We are talking in the other window.'),
  unread: ({ unread }) => unread > 0 && tell(`The other window has ${unread} new for you.`),
  navigated: () => tell('We have opened a page for you in a window of its own.'),
  connectionLost: () => tell('The chat has lost its connection, and is getting it back.'),
  connectionRestored: () => tell('The chat is connected again.'),
  chatEnded: () => tell('Thank you for talking to us.'),
  closed: () => tell(''),
};

for (const [name, heard] of Object.entries(told)) {
  document.addEventListener(`usher:${name}`, ({ detail }) => heard(detail));
}
