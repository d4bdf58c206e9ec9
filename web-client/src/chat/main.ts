document.title = 'Chat';
