package dev.usher.openfire;

import java.lang.reflect.Method;
import java.util.List;
import javax.servlet.Servlet;
import org.jivesoftware.openfire.http.HttpBindManager;

/**
 * Puts a servlet on the port on which customers reach the server (http-bind). Openfire 4.2.0 has Jetty 9.2 there and 5.1
 * has Jetty 12 with its EE8 packages; the classes have other names and the same shape, so they are reached by name.
 */
final class HttpBindMount {
    private static final List<String> PACKAGES =
            List.of("org.eclipse.jetty.ee8.servlet.", "org.eclipse.jetty.servlet.");

    private final Object context;

    private HttpBindMount(Object context) {
        this.context = context;
    }

    /**
     * Mounts a servlet on all paths below {@code contextPath}.
     *
     * @throws IllegalStateException if this server's Jetty is neither of the two
     */
    static HttpBindMount mount(Servlet servlet, String contextPath) {
        try {
            var context = jetty("ServletContextHandler").getConstructor().newInstance();
            var holderClass = jetty("ServletHolder");
            var holder = holderClass.getConstructor(Servlet.class).newInstance(servlet);
            invoke(context, "setContextPath", String.class, contextPath);
            invoke(
                    context,
                    "setClassLoader",
                    ClassLoader.class,
                    servlet.getClass().getClassLoader());
            context.getClass()
                    .getMethod("addServlet", holderClass, String.class)
                    .invoke(context, holder, "/*");
            handlerMethod("addJettyHandler", context).invoke(HttpBindManager.getInstance(), context);
            return new HttpBindMount(context);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "The web client cannot be mounted: this server's Jetty is neither that of Openfire 4.2 nor of 5.x.",
                    e);
        }
    }

    void unmount() {
        try {
            handlerMethod("removeJettyHandler", context).invoke(HttpBindManager.getInstance(), context);
            context.getClass().getMethod("stop").invoke(context);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The web client cannot be taken from the http-bind port.", e);
        }
    }

    private static Class<?> jetty(String name) throws ClassNotFoundException {
        for (var candidate : PACKAGES) {
            try {
                return Class.forName(candidate + name);
            } catch (ClassNotFoundException e) {
                // the other server's
            }
        }
        throw new ClassNotFoundException(name);
    }

    /** Of the overloads, the one that takes what we made. */
    private static Method handlerMethod(String name, Object context) throws NoSuchMethodException {
        for (var method : HttpBindManager.class.getMethods()) {
            if (method.getName().equals(name)
                    && method.getParameterCount() == 1
                    && method.getParameterTypes()[0].isInstance(context)) {
                return method;
            }
        }
        throw new NoSuchMethodException(name);
    }

    private static void invoke(Object target, String name, Class<?> type, Object argument)
            throws ReflectiveOperationException {
        target.getClass().getMethod(name, type).invoke(target, argument);
    }
}
