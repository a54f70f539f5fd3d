using Microsoft.Playwright;

namespace Coppice.EndToEnd.Tests.Dashboard;

/// <summary>How wide a page is and in which colours.</summary>
internal sealed record PageLook(int Width, int Height, ColorScheme Scheme)
{
    public static PageLook Wide { get; } = new(1440, 900, ColorScheme.Light);

    public static PageLook Phone { get; } = new(390, 844, ColorScheme.Dark);
}
