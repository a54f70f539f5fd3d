using Coppice.Server.Files.Cells;

namespace Coppice.Server.Files.Readers;

/// <summary>Tells a line of names from a line of values.</summary>
internal static class HeaderGuess
{
    public static bool IsValue(string cell) => NumberText.TryParse(cell, out _) || DateForm.All.Any(form => form.TryParse(cell, out _));

    /// <summary>Gives a name to every column that has none, such as the row numbers that pandas writes.</summary>
    public static string[] Complete(string[] names) => [.. names.Select((name, i) => name.Length > 0 ? name : $"c{i + 1}")];
}
