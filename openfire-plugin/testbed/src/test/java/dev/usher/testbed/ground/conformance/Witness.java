package dev.usher.testbed.ground.conformance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestWatcher;

/** Writes down what the tests with {@link Proves} find, in a file by the name of the client. */
final class Witness implements TestWatcher, ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(Witness.class);

    /** JUnit closes it with the root of all tests. */
    private record Notebook(Findings findings, Map<String, Remark> remarks, Path file) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            findings.write(file);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Remark.class;
    }

    @Override
    public Remark resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return remark(test);
    }

    @Override
    public void testSuccessful(ExtensionContext test) {
        add(test, true);
    }

    @Override
    public void testFailed(ExtensionContext test, Throwable cause) {
        add(test, false);
    }

    private static void add(ExtensionContext test, boolean works) {
        var remark = remark(test).text();
        for (var operation :
                test.getRequiredTestMethod().getAnnotation(Proves.class).value()) {
            notebook(test).findings.add(operation, works, remark);
        }
    }

    private static Remark remark(ExtensionContext test) {
        return notebook(test).remarks.computeIfAbsent(test.getUniqueId(), id -> new Remark());
    }

    private static Notebook notebook(ExtensionContext test) {
        return test.getRoot().getStore(NAMESPACE).getOrComputeIfAbsent("notebook", key -> open(), Notebook.class);
    }

    private static Notebook open() {
        var client = System.getProperty("usher.client", "unnamed");
        return new Notebook(new Findings(), new ConcurrentHashMap<>(), Path.of("target/conformance", client + ".txt"));
    }
}
