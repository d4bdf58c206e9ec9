package dev.usher.testbed.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChromiumTest {
    private static final Path SYSTEM = Path.of("/system/google-chrome");
    private static final Path PLAYWRIGHT = Path.of("/playwright/chrome");
    private static final Path PACKAGE = Path.of("/package/chromium");

    @TempDir
    Path directory;

    @Test
    void theBrowserThatIsNamedIsTaken() throws Exception {
        var named = Files.createFile(directory.resolve("chrome"));
        assertThat(named.toFile().setExecutable(true)).isTrue();

        assertThat(chromium(named.toString(), SYSTEM, PLAYWRIGHT, PACKAGE).find())
                .isEqualTo(named);
    }

    @Test
    void aNamedBrowserThatIsNotThereIsAnErrorAndNotReplacedByAnother() {
        var missing = directory.resolve("nothing");

        assertThatThrownBy(() -> chromium(missing.toString(), SYSTEM, PLAYWRIGHT, PACKAGE)
                        .find())
                .hasMessageContaining("USHER_CHROMIUM")
                .hasMessageContaining(missing.toString());
    }

    @Test
    void theSystemsBrowserComesBeforeAnyDownload() {
        assertThat(chromium(null, SYSTEM, PLAYWRIGHT, PACKAGE).find()).isEqualTo(SYSTEM);
        assertThat(chromium(" ", SYSTEM, PLAYWRIGHT, PACKAGE).find()).isEqualTo(SYSTEM);
    }

    @Test
    void withoutOnePlaywrightsIsDownloaded() {
        assertThat(chromium(null, null, PLAYWRIGHT, PACKAGE).find()).isEqualTo(PLAYWRIGHT);
    }

    @Test
    void whereThatFailsThePackageIsInstalled() {
        assertThat(chromium(null, null, null, PACKAGE).find()).isEqualTo(PACKAGE);
    }

    @Test
    void whereNothingHelpsOneLineSaysWhatToDo() {
        assertThatThrownBy(() -> chromium(null, null, null, null).find())
                .hasMessageContaining("USHER_CHROMIUM")
                .message()
                .doesNotContain("\n");
    }

    private static Chromium chromium(String named, Path system, Path playwright, Path packages) {
        return new Chromium(
                named,
                name -> Optional.ofNullable(system).filter(path -> path.endsWith(name)),
                () -> Optional.ofNullable(playwright),
                () -> Optional.ofNullable(packages));
    }
}
