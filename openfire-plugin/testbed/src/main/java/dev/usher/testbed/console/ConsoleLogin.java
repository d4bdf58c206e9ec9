package dev.usher.testbed.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.jivesoftware.openfire.admin.AdminManager;
import org.jivesoftware.openfire.auth.AuthFactory;
import org.jivesoftware.openfire.auth.AuthToken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets administrators in, by HTTP Basic and Openfire's own accounts. Everything on the console's port is behind it. */
public final class ConsoleLogin implements Filter {
    private static final Logger log = LoggerFactory.getLogger(ConsoleLogin.class);
    private static final String BASIC = "Basic ";
    /** Where the pages of Openfire and of its plugins look for who is logged in. */
    private static final String SESSION_TOKEN = "jive.admin.authToken";

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var http = (HttpServletRequest) request;
        var answer = (HttpServletResponse) response;
        var admin = administrator(http.getHeader("Authorization"));
        if (admin.isEmpty()) {
            answer.setHeader("WWW-Authenticate", "Basic realm=\"Usher trial\", charset=\"UTF-8\"");
            answer.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        http.getSession().setAttribute(SESSION_TOKEN, admin.get());
        chain.doFilter(request, response);
    }

    @Override
    public void init(FilterConfig configuration) {
        // Nothing to prepare.
    }

    @Override
    public void destroy() {
        // Nothing was opened.
    }

    private static Optional<AuthToken> administrator(String header) {
        if (header == null || !header.startsWith(BASIC)) {
            return Optional.empty();
        }
        try {
            var decoded =
                    Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
            var credentials = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
            if (credentials.length < 2) {
                return Optional.empty();
            }
            var token = AuthFactory.authenticate(credentials[0], credentials[1]);
            return Optional.of(token)
                    .filter(known -> AdminManager.getInstance().isUserAdmin(known.getUsername(), false));
        } catch (Exception refused) {
            // The server has a checked exception for each reason; none is the visitor's business.
            log.info("console login refused: {}", refused.getClass().getSimpleName());
            return Optional.empty();
        }
    }
}
