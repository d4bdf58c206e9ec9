package dev.usher.testbed.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirefoxTest {
    private static final Path SYSTEM = Path.of("/system/firefox");
    private static final Path PACKAGE = Path.of("/package/firefox-esr");

    @TempDir
    Path directory;

    @Test
    void theBrowserThatIsNamedIsTaken() throws Exception {
        var named = Files.createFile(directory.resolve("firefox-nightly"));
        assertThat(named.toFile().setExecutable(true)).isTrue();

        assertThat(firefox(named.toString(), SYSTEM, PACKAGE).find()).isEqualTo(named);
    }

    @Test
    void aNamedBrowserThatIsNotThereIsAnErrorAndNotReplacedByAnother() {
        var missing = directory.resolve("nothing");

        assertThatThrownBy(() -> firefox(missing.toString(), SYSTEM, PACKAGE).find())
                .hasMessageContaining("USHER_FIREFOX")
                .hasMessageContaining(missing.toString());
    }

    @Test
    void theSystemsBrowserComesBeforeAnyInstallation() {
        assertThat(firefox(null, SYSTEM, PACKAGE).find()).isEqualTo(SYSTEM);
        assertThat(firefox(" ", SYSTEM, PACKAGE).find()).isEqualTo(SYSTEM);
    }

    @Test
    void withoutOneThePackageIsInstalled() {
        assertThat(firefox(null, null, PACKAGE).find()).isEqualTo(PACKAGE);
    }

    @Test
    void whereNothingHelpsOneLineSaysWhatToDo() {
        assertThatThrownBy(() -> firefox(null, null, null).find())
                .hasMessageContaining("USHER_FIREFOX")
                .message()
                .doesNotContain("\n");
    }

    private static Firefox firefox(String named, Path system, Path packages) {
        return new Firefox(
                named,
                name -> Optional.ofNullable(system).filter(path -> path.endsWith(name)),
                () -> Optional.ofNullable(packages));
    }
}
