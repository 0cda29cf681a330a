package io.github.partnercenter4j.cli.watch;

/** The style of the page, for light and dark, and for windows from 390 pixels. */
final class PageStyle {
    static final String CSS = """
            :root { color-scheme: light dark; --back: #fff; --text: #1f2328; --soft: #59636e; --line: #d1d9e0; --card: #f6f8fa;
              --fulfilled: #1a7f37; --pending: #9aa4af; --unfulfilled: #bf8700; --failed: #cf222e; --blue: #0969da; }
            @media (prefers-color-scheme: dark) {
              :root { --back: #0d1117; --text: #e6edf3; --soft: #9198a1; --line: #3d444d; --card: #151b23;
                --fulfilled: #2ea043; --pending: #656c76; --unfulfilled: #d29922; --failed: #f85149; --blue: #4493f8; } }
            * { box-sizing: border-box; }
            body { margin: 0 auto; max-width: 1200px; padding: 16px; background: var(--back); color: var(--text);
              font: 15px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
            h1 { font-size: 22px; margin: 0; overflow-wrap: anywhere; } h2 { font-size: 16px; margin: 0 0 8px; }
            p { margin: 4px 0 16px; color: var(--soft); overflow-wrap: anywhere; } p.paused { color: var(--failed); font-weight: 600; }
            section { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 14px; margin-top: 16px; }
            .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(105px, 1fr)); gap: 10px; }
            .tiles div { background: var(--card); border: 1px solid var(--line); border-top: 4px solid; border-radius: 8px; padding: 8px 12px; }
            .tiles b { display: block; font-size: 24px; font-variant-numeric: tabular-nums; color: var(--text); }
            .tiles span { color: var(--soft); }
            .tiles .fulfilled { border-top-color: var(--fulfilled); } .tiles .pending { border-top-color: var(--pending); }
            .tiles .unfulfilled { border-top-color: var(--unfulfilled); } .tiles .failed { border-top-color: var(--failed); }
            .tiles .blue { border-top-color: var(--blue); }
            .charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(350px, 100%), 1fr)); gap: 16px; margin-top: 16px; }
            .charts section { margin: 0; min-width: 0; }
            .tiles .blue { grid-column: span 2; } p.caption { font-size: 13px; margin: 8px 0 0; }
            .legend { display: inline-block; margin-right: 14px; } .legend::before { content: ""; display: inline-block; width: 10px;
              height: 10px; border-radius: 2px; margin-right: 5px; background: currentColor; }
            .legend.fulfilled::before { background: var(--fulfilled); }
            .legend.unfulfilled::before { background: var(--unfulfilled); } .legend.failed::before { background: var(--failed); }
            .legend.pending::before { background: var(--pending); } .legend.blue::before { background: var(--blue); }
            svg { display: block; width: 100%; height: auto; } svg text { fill: var(--soft); font-size: 11px; }
            svg .grid { stroke: var(--line); stroke-width: 1; } polyline { fill: none; stroke-width: 2; }
            polygon.fulfilled { fill: var(--fulfilled); } polygon.unfulfilled { fill: var(--unfulfilled); }
            polygon.failed { fill: var(--failed); } polygon.pending { fill: var(--pending); opacity: .55; }
            polyline.requests { stroke: var(--blue); } polyline.quota { stroke: var(--failed); stroke-dasharray: 5 4; }
            polyline.usable { stroke: var(--unfulfilled); stroke-dasharray: 2 3; } rect.time { fill: var(--blue); }
            table { width: 100%; border-collapse: collapse; font-size: 14px; } th { text-align: left; color: var(--soft); font-weight: 600; }
            th, td { padding: 5px 10px 5px 0; border-top: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
            thead th { border-top: 0; } td.id { font-family: ui-monospace, Menlo, Consolas, monospace; font-size: 13px; }
            td.number { font-variant-numeric: tabular-nums; white-space: nowrap; }
            @media (max-width: 640px) {
              thead { display: none; } tr { display: block; border-top: 1px solid var(--line); padding: 6px 0; }
              td { display: block; border: 0; padding: 1px 0; } td::before { content: attr(data-name) " "; color: var(--soft);
                font: 13px system-ui, sans-serif; } }
            """;

    private PageStyle() {}
}
