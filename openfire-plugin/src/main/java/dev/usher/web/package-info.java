/** What customers load over HTTP (docs/protocol/web.md): the chat page, the hop page, and what the chat page must know. */
package dev.usher.web;
