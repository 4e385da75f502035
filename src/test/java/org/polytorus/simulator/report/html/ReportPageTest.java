package org.polytorus.simulator.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.report.Checked;
import org.polytorus.simulator.report.Places;
import org.polytorus.simulator.report.Places.Place;
import org.polytorus.simulator.report.Played;
import org.polytorus.simulator.report.RunStory;
import org.polytorus.simulator.testnet.Altered;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ReportPageTest {
    private static final Places ON_A_LINE =
            snapshot -> IntStream.range(0, snapshot.nodes().size())
                    .mapToObj(i -> new Place(100.0 * i, i % 7))
                    .toList();

    private static String page(RunStory story) {
        return new ReportPage(ON_A_LINE).of(story);
    }

    /** What is between the root's tags; a page whose every element is closed reads as XML but for its first line and meta. */
    private static Document parsed(String page) throws Exception {
        String xml = page.replace("<!DOCTYPE html>", "").replaceAll("<meta [^>]*>", "");
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> texts(Document page, String tag) {
        NodeList found = page.getElementsByTagName(tag);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> found.item(i).getTextContent())
                .toList();
    }

    @Test
    void thePageTellsTheWholeRun() throws Exception {
        Document page = parsed(page(Played.splitAndHealed(6, Duration.ofSeconds(15))));
        assertThat(texts(page, "h1")).containsExactly("Split & heal");
        assertThat(texts(page, "h2"))
                .containsExactly(
                        "Topology",
                        "Timeline",
                        "Counters",
                        "Propagation",
                        "The way of a block",
                        "Forks and reorganisations",
                        "Nodes",
                        "Links");
        assertThat(texts(page, "dd"))
                .contains("a.toml", "7", "45.0 s of virtual time", "PolyTorus testnet simulator 1.2.3");
        assertThat(texts(page, "td"))
                .contains("split west | east", "bytes_sent", "blocks, data delivered first", "node6");
        assertThat(texts(page, "figcaption")).hasSizeGreaterThanOrEqualTo(11);
    }

    @Test
    void everyDrawingHasATitleAndADescription() throws Exception {
        Document page = parsed(page(Played.splitAndHealed(6, Duration.ofSeconds(5))));
        NodeList drawings = page.getElementsByTagName("svg");
        assertThat(drawings.getLength()).isGreaterThan(10);
        for (int i = 0; i < drawings.getLength(); i++) {
            Element drawing = (Element) drawings.item(i);
            if (!drawing.getAttribute("class").equals("swatch")) {
                assertThat(drawing.getElementsByTagName("title").getLength()).isPositive();
                assertThat(drawing.getElementsByTagName("desc").getLength()).isEqualTo(1);
            }
        }
    }

    @Test
    void aBrokenRuleSaysWhatWasFoundAndHowOftenMore() throws Exception {
        Document page = parsed(page(checked(3)));
        assertThat(texts(page, "p"))
                .contains(
                        "✗ 1 of 2 rules that must always hold did, at 9 checkpoints.",
                        "Found after those and not listed: 3.");
        assertThat(texts(page, "caption"))
                .contains(
                        "Checked at 9 checkpoints; at 2 of them the machine was too far behind to judge what must happen "
                                + "in time");
        assertThat(texts(page, "td"))
                .contains(
                        "✓ held",
                        "kept blocks",
                        "✗ broken",
                        "one tip",
                        "node1 follows 00ab at 4, node2 is at 9",
                        "12.0 s");
    }

    @Test
    void nothingIsSaidOfFindingsThatAreNotThere() throws Exception {
        assertThat(texts(parsed(page(checked(0))), "p")).noneMatch(text -> text.contains("not listed: "));
    }

    @Test
    void onlyLongNamesAreBrokenInTheMiddleOfAWord() throws Exception {
        String longName = "a-name-without-any-space-" + "x".repeat(30);
        Document page = parsed(page(Played.named(longName, "bob")));
        NodeList cells = page.getElementsByTagName("td");
        List<String> breakable = IntStream.range(0, cells.getLength())
                .mapToObj(i -> (Element) cells.item(i))
                .filter(cell -> cell.getAttribute("class").contains("long"))
                .map(Element::getTextContent)
                .distinct()
                .toList();
        assertThat(breakable).isNotEmpty().allMatch(text -> text.contains("x".repeat(19)));
    }

    private static RunStory checked(long more) {
        Checked.Rule kept = new Checked.Rule("kept blocks", "no block is lost that somebody follows");
        Checked.Rule oneTip = new Checked.Rule("one tip", "a whole network follows one chain");
        Checked.Broken broken =
                new Checked.Broken(oneTip, "node1 follows 00ab at 4, node2 is at 9", Duration.ofSeconds(12));
        return Altered.copy(
                Played.splitAndHealed(4, Duration.ofSeconds(5)),
                "checked",
                new Checked(9, 2, true, List.of(kept, oneTip), List.of(broken), more));
    }

    @Test
    void namesAreTextAndNeverMarkup() throws Exception {
        String hostile = "<script>alert('1')</script>";
        String page = page(Played.named(hostile, "\"><img src=x onerror=alert(2)>"));
        Document parsed = parsed(page);
        assertThat(parsed.getElementsByTagName("script").getLength()).isZero();
        assertThat(parsed.getElementsByTagName("img").getLength()).isZero();
        assertThat(texts(parsed, "h1")).containsExactly(hostile);
        assertThat(texts(parsed, "td")).contains(hostile, "mine " + hostile);
    }

    @Test
    void thePageFetchesNothingAndRunsNothing() {
        String page = page(Played.splitAndHealed(4, Duration.ofSeconds(5)));
        assertThat(page)
                .doesNotContain("http://", "https://", "<script", "<link", "@import", "url(", "src=", "javascript:")
                .contains("default-src 'none'", "prefers-color-scheme: dark", "@media print");
    }

    @Test
    void twoHundredNodesMakeAPageOfLessThanThreeMebibytes() throws Exception {
        String page = page(Played.splitAndHealed(200, Duration.ofSeconds(8)));
        assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(3 << 20);
        assertThat(texts(parsed(page), "td")).contains("node200");
    }

    @Test
    void halfACharacterAndControlCharactersDoNotSpoilThePage() {
        assertThat(new Markup().text("a\ud800b\u0007c😀").toString()).isEqualTo("a\ufffdb\ufffdc😀");
    }
}
