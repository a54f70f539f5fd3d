using System.Text.RegularExpressions;
using Coppice.Server.Tests.Conventions;
using Coppice.Server.Workspaces;
using Coppice.Server.Workspaces.Writing;

namespace Coppice.Server.Tests.Workspaces;

/// <summary>The page lists every setting of a recipe, with the defaults and bounds of the code.</summary>
public sealed partial class RecipesPageTests
{
    [Fact]
    public void The_page_lists_every_setting_and_no_other() =>
        Assert.Equal(Settings(Recipe.Elite).Keys.Order(StringComparer.Ordinal), Rows().Select(row => row.Setting).Order(StringComparer.Ordinal));

    [Fact]
    public void The_defaults_of_the_page_are_those_of_the_code()
    {
        var fast = Settings(Recipe.Fast);
        var elite = Settings(Recipe.Elite);

        Assert.All(Rows(), row => Assert.Equal((row.Setting, fast.GetValueOrDefault(row.Setting, "off"), elite[row.Setting]), (row.Setting, row.Fast, row.Elite)));
    }

    [Fact]
    public void What_a_setting_takes_is_what_the_file_takes() => Assert.All(Rows(), row =>
    {
        string[] path = row.Setting.Split('.');
        string setting = path.Length == 1 ? $"{path[0]}: odd" : $"{path[0]}: {{ {path[1]}: odd }}";

        var problems = DefinitionFile.Parse($$"""
            workspace: w
            recipes:
              mine: { like: elite, {{setting}} }
            models:
              m: { label: { event: purchase, within: 30d } }
            """).Problems;

        string problem = Assert.Single(problems).ToString();
        if (row.Takes != "a list of groups")
            Assert.Contains($"{row.Setting}: expected {row.Takes}, found", problem, StringComparison.Ordinal);
    });

    private static List<(string Setting, string Fast, string Elite, string Takes)> Rows() =>
    [
        .. Repository.Read("docs/recipes.md").Split('\n')
            .Where(line => line.Count(c => c == '|') == 7 && line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Select(cells => (cells[1].Trim('`'), cells[2], cells[3], cells[4])),
    ];

    /// <summary>What the recipe says of each setting, in the words of the file.</summary>
    private static Dictionary<string, string> Settings(Recipe recipe)
    {
        var settings = new Dictionary<string, string>();
        foreach (Match line in Line().Matches(RecipeWriter.Write(recipe, indent: 0)))
        {
            string key = line.Groups["key"].Value;
            string value = line.Groups["value"].Value;
            if (!value.StartsWith('{'))
            {
                if (value != "off")
                    settings[key] = value;
                continue;
            }

            foreach (string setting in value.Trim('{', '}', ' ').Split(", "))
            {
                string[] parts = setting.Split(": ");
                settings[$"{key}.{parts[0]}"] = parts[1] == "[]" ? "none" : parts[1];
            }
        }

        return settings;
    }

    [GeneratedRegex(@"^  (?<key>\w+): (?<value>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Line();
}
