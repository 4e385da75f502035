package org.polytorus.simulator.report.html;

/** How the page looks. Colours are those of the window, after Okabe and Ito; none carries a meaning by itself. */
final class Style {
    static final String CSS = """
            :root { color-scheme: light dark; --ground: #ffffff; --soft: #f3f5f9; --line: #cfd6e0; --text: #1b2430;
              --muted: #55606f; --good: #00795c; --bad: #b00039; --cut: #c9184a; --quiet: #7b4fa3; --band: #d55e0022;
              --c0: #0072b2; --c1: #d55e00; --c2: #a3307e; --c3: #6b6200; --c4: #4b2e9e; --c5: #8f0024; --net: #74839a; }
            @media (prefers-color-scheme: dark) { :root { --ground: #0f141b; --soft: #182029; --line: #36424f;
              --text: #e8edf3; --muted: #a3afbd; --good: #2fc39a; --bad: #ff6b8e; --cut: #ff5c7c; --quiet: #b794f4;
              --band: #ff8c1a33; --c0: #56b4e9; --c1: #ff8c1a; --c2: #ee86c0; --c3: #f0e442; --c4: #9474f5; --c5: #e8334f;
              --net: #7a8aa0; } }
            * { box-sizing: border-box; }
            body { margin: 0 auto; max-width: 72rem; padding: 1.5rem; background: var(--ground); color: var(--text);
              font: 15px/1.5 system-ui, "Segoe UI", Roboto, "Helvetica Neue", sans-serif; }
            h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 .3rem; overflow-wrap: anywhere; }
            h2 { font-size: 1.2rem; margin: 2.2rem 0 .6rem; padding-bottom: .2rem; border-bottom: 1px solid var(--line); }
            h3 { font-size: 1rem; margin: 1.2rem 0 .4rem; }
            p { margin: .4rem 0; max-width: 60rem; overflow-wrap: anywhere; }
            .muted, caption, figcaption { color: var(--muted); }
            nav { margin: 1rem 0; display: flex; flex-wrap: wrap; gap: .3rem 1rem; }
            a { color: var(--c0); }
            dl.facts { display: flex; flex-wrap: wrap; gap: .6rem 2rem; margin: 1rem 0; }
            dl.facts div { max-width: 100%; }
            dt { color: var(--muted); font-size: .85rem; }
            dd { margin: 0; font-weight: 600; overflow-wrap: anywhere; }
            .wide { overflow-x: auto; margin: .6rem 0; }
            table { border-collapse: collapse; font-size: .87rem; }
            caption { white-space: nowrap; text-align: left; padding: .2rem 0; }
            th, td { padding: .22rem .7rem .22rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
            th { text-align: left; color: var(--muted); font-weight: 600; }
            td.text { max-width: 34rem; min-width: 4rem; } td.long { overflow-wrap: anywhere; min-width: 8rem; }
            .figure { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
            .good td:first-child { color: var(--good); font-weight: 600; }
            .bad td:first-child { color: var(--bad); font-weight: 600; }
            .verdict { font-weight: 600; } .verdict.good { color: var(--good); } .verdict.bad { color: var(--bad); }
            .charts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 21rem), 1fr)); gap: 1rem; }
            figure, figure.wide { margin: 0; } figure.wide svg { min-width: 52rem; } figcaption { font-size: .87rem; }
            svg { display: block; width: 100%; height: auto; }
            svg text { fill: var(--text); font: 11px system-ui, sans-serif; }
            svg .scale, svg .small { fill: var(--muted); font-size: 10px; }
            svg .end { text-anchor: end; } svg .middle { text-anchor: middle; }
            .map .name, .tree .small { paint-order: stroke; stroke: var(--soft); stroke-width: 3px; }
            .timeline .said { paint-order: stroke; stroke: var(--ground); stroke-width: 3px; }
            .grid { stroke: var(--line); stroke-width: .7; }
            .line { fill: none; stroke-width: 1.8; stroke-linejoin: round; } .line.dashed { stroke-dasharray: 5 3; }
            .c0 { stroke: var(--c0); } .c1 { stroke: var(--c1); } .c2 { stroke: var(--c2); } .c3 { stroke: var(--c3); }
            .c4 { stroke: var(--c4); } .c5 { stroke: var(--c5); }
            .shade { fill: var(--band); }
            .key { display: flex; flex-wrap: wrap; gap: .1rem 1rem; font-size: .82rem; margin: .2rem 0; }
            .key span { display: inline-flex; align-items: center; gap: .35rem; overflow-wrap: anywhere; }
            .swatch { width: 22px; flex: none; }
            .map, .tree { background: var(--soft); border-radius: 6px; }
            .link { stroke: var(--net); fill: none; } .link.connecting { stroke: var(--c0); stroke-dasharray: 6 4; }
            .link.down { stroke-dasharray: 2 4; opacity: .7; } .link.dropped { stroke: var(--cut); stroke-dasharray: 9 4; }
            .link.silent { stroke: var(--quiet); stroke-dasharray: 3 3; } .link.cut { stroke: var(--cut); stroke-dasharray: 1 4; }
            .once { stroke: var(--band); fill: none; }
            .node { fill: var(--ground); } .node.stopped { stroke-dasharray: 3 3; fill: none; stroke: var(--muted); }
            .node.failed { fill: var(--bad); stroke: var(--bad); } .node.other { stroke: var(--muted); }
            .branch { stroke: var(--net); fill: none; stroke-width: 1; } .leaf { fill: var(--c0); }
            .step { stroke: var(--muted); stroke-width: 1; }
            details { margin: .6rem 0; } summary { cursor: pointer; color: var(--c0); }
            code { font: .85em ui-monospace, "Cascadia Mono", Consolas, monospace; }
            @media (max-width: 45rem) { caption { white-space: normal; max-width: calc(100vw - 3rem); }
              .map .name { font-size: 18px; transform: translateY(7px); } }
            @media print { body { max-width: none; padding: 0; font-size: 11px; } nav { display: none; }
              figure, tr { break-inside: avoid; } h2, h3 { break-after: avoid; } .wide { overflow: visible; }
              figure.wide svg { min-width: 0; } }
            """;

    private Style() {}
}
