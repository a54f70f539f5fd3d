using System.Text.Json;

namespace Coppice.Server.Tests.Statistics;

/// <summary>The recorded test vectors that lie beside the repository.</summary>
internal static class Vectors
{
    public static JsonElement Read(string file, params ReadOnlySpan<string> keys)
    {
        string path = Path.Combine(Folder(), file);
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        JsonElement element = document.RootElement;
        foreach (string key in keys)
            element = element.GetProperty(key);
        return element.Clone();
    }

    public static double Number(this JsonElement element, string key) => element.GetProperty(key).GetDouble();

    public static double[] Numbers(this JsonElement element, string key) => element.GetProperty(key).Numbers();

    public static double[] Numbers(this JsonElement element) => [.. element.EnumerateArray().Select(item => item.GetDouble())];

    public static void Close(double expected, double? actual, double tolerance = 1e-9)
    {
        Assert.NotNull(actual);
        double distance = Math.Abs(expected - actual.Value);
        Assert.True(distance <= tolerance * Math.Max(1, Math.Abs(expected)), $"expected {expected:R}, found {actual:R}");
    }

    public static void RelativelyClose(double expected, double actual, double tolerance = 1e-10) =>
        Assert.True(Math.Abs(expected - actual) <= tolerance * Math.Abs(expected), $"expected {expected:R}, found {actual:R}");

    public static void Close(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual, double tolerance = 1e-9)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
            Close(expected[i], actual[i], tolerance);
    }

    private static string Folder()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "Coppice.slnx")))
                continue;
            string shared = Path.Combine(folder.FullName, "..", "shared", "design", "vectors");
            if (!Directory.Exists(shared))
                Assert.Skip("../shared is not here: the recorded vectors cannot be compared.");
            return shared;
        }
        throw new InvalidOperationException("Coppice.slnx was not found above the test executable.");
    }
}
