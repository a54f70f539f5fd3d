using System.Text.Json;
using Microsoft.Playwright;

namespace Coppice.Bench.Dashboard;

/// <summary>One load of a page with a cold cache, by the browser's own account.</summary>
/// <param name="FirstPaint">Milliseconds until anything of its content was painted.</param>
/// <param name="Kilobytes">Everything that was sent for it, as it travelled.</param>
/// <param name="Shift">How far what was already there has moved.</param>
internal sealed record PageLoad(double FirstPaint, double Kilobytes, double Shift)
{
    /// <summary>To be run before the page: shifts are told only to those who listen from the start.</summary>
    public const string Watch =
        """
        window.shift = 0;
        new PerformanceObserver(list => list.getEntries().forEach(entry => { if (!entry.hadRecentInput) window.shift += entry.value; })).observe({ type: 'layout-shift', buffered: true });
        """;

    public static async Task<PageLoad> ReadAsync(IPage page)
    {
        var told = (await page.EvaluateAsync(
            """
            () => ({
              paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
              bytes: [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].reduce((sum, entry) => sum + entry.transferSize, 0),
              shift: window.shift,
            })
            """))!.Value;
        return new PageLoad(Number(told, "paint"), Number(told, "bytes") / 1_000, Number(told, "shift"));
    }

    private static double Number(JsonElement told, string name) => told.GetProperty(name).GetDouble();
}
