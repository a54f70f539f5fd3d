using System.ComponentModel.DataAnnotations;
using Coppice.Server.Gates;

namespace Coppice.Server.Tests.Gates;

public sealed class GateNamesTests
{
    [Fact]
    public void Every_gate_has_a_page_under_its_code()
    {
        string docs = Path.Combine(Repository(), "docs", "codes");
        Decision decision = DecisionRule.Of(GateOptions.Strict).Decide(SomeFacts.Better);
        Assert.Equal(GateNames.All, decision.Verdicts.Select(verdict => verdict.Gate));
        Assert.Distinct(decision.Verdicts.Select(verdict => verdict.Code));
        foreach (GateVerdict verdict in decision.Verdicts)
        {
            string page = File.ReadAllText(Path.Combine(docs, $"{verdict.Code}.md"));
            Assert.Contains($"**Name** `{verdict.Gate}`", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_preset_is_within_its_own_bounds()
    {
        foreach (GateOptions preset in GateOptions.Presets.Values)
            Validator.ValidateObject(preset, new ValidationContext(preset), validateAllProperties: true);
    }

    private static string Repository()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Coppice.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("Coppice.slnx was not found above the test executable.");
    }
}
