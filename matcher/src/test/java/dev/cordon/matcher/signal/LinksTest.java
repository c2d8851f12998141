package dev.cordon.matcher.signal;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinksTest {

  @ParameterizedTest
  @CsvSource({
    "https://Example.ORG/Path/, example.org/Path",
    "http://example.org:80, example.org",
    "https://example.org:443/a?b=C#d, example.org/a?b=C",
    "https://example.org:81/a, example.org:81/a",
    "example.org:8080/#top, example.org:8080",
    "https://user:secret@example.org/a, example.org/a",
    "https://example.org?, example.org",
    "https://t.me/joinchat/AbC-d, t.me/+AbC-d",
    "https://www.telegram.me/joinchat/AbC/, t.me/+AbC",
    "tg://join?invite=AbC, t.me/+AbC",
    "tg:join?invite=AbC, t.me/+AbC",
    "t.me/+AbC, t.me/+AbC",
    "@SomeName, t.me/somename",
    "telegram.me/SomeName, t.me/somename",
    "tg://resolve?domain=SomeName, t.me/somename",
    "https://t.me/SomeName/12?Single, t.me/somename/12?Single",
    "just words, just words"
  })
  void writesALinkInOneWay(String link, String canonical) {
    assertThat(Links.canonical(link)).isEqualTo(canonical);
    assertThat(Links.canonical(canonical)).isEqualTo(canonical);
  }

  @Property
  void takesAnyText(@ForAll String text) {
    String once = Links.canonical(text);
    assertThat(Links.canonical(once)).isEqualTo(once);
  }
}
