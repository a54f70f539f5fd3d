using Coppice.Server.Workspaces;
using Coppice.Server.Workspaces.Writing;

namespace Coppice.Server.Tests.Workspaces;

public class QualityDefinitionTests
{
    [Fact]
    public void Severities_are_read_and_written_back()
    {
        var read = DefinitionFile.Parse(File("events: { missing: blocking, volume: off }\n  labels: { column_gone: warning }\n  training: { one_sided: blocking }"));

        var quality = read.Definition!.Quality;
        Assert.Equal(
            [QualitySeverity.Blocking, QualitySeverity.Off, QualitySeverity.Blocking, QualitySeverity.Warning, QualitySeverity.Warning],
            [quality.Of("events", QualityChecks.Missing), quality.Of("events", QualityChecks.Volume), quality.Of("events", QualityChecks.ColumnGone), quality.Of("examples", QualityChecks.ColumnGone), quality.Of("notes", QualityChecks.Missing)]);
        Assert.Equal(QualitySeverity.Blocking, quality.Of(QualitySettings.Training, QualityChecks.OneSided));
        Assert.Equivalent(quality, DefinitionFile.Parse(DefinitionWriter.Write(read.Definition)).Definition!.Quality, strict: true);
    }

    [Theory]
    [InlineData("orders: { missing: off }", "orders is not a key in quality")]
    [InlineData("events: { mising: off }", "mising is not a key in quality.events; did you mean missing?")]
    [InlineData("training: { volume: off }", "volume is not a key in quality.training")]
    [InlineData("events: { missing: loud }", "quality.events.missing: expected off, warning or blocking")]
    [InlineData("events: { volume: blocking }", "quality.events.volume: expected off or warning, found \"blocking\"")]
    public void What_is_not_known_is_named(string line, string problem)
    {
        Assert.Contains(DefinitionFile.Parse(File(line)).Problems, p => p.Message.Contains(problem, StringComparison.Ordinal));
    }

    private static string File(string quality) => $$"""
        workspace: shop
        models:
          purchase: { label: { event: purchase, within: 30d } }
        quality:
          {{quality}}

        """;
}
