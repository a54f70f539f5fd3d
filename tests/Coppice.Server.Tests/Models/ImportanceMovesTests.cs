using Coppice.Client;
using Coppice.Server.Models;

namespace Coppice.Server.Tests.Models;

public sealed class ImportanceMovesTests
{
    [Fact]
    public void What_moved_most_comes_first_and_what_one_version_does_not_use_has_no_importance_there()
    {
        FeatureImportance[] first = [Of("a", 0.5), Of("b", 0.2), Of("c", 0.1)];
        FeatureImportance[] second = [Of("b", 0.25), Of("d", 0.3), Of("c", 0.1)];

        var moves = ImportanceMoves.Between(first, second);

        Assert.Equal([("a", 0.5, 0), ("d", 0, 0.3), ("b", 0.2, 0.25)], moves.Select(m => (m.Feature, m.First, m.Second)));
    }

    private static FeatureImportance Of(string feature, double contribution) => new(feature, contribution, feature);
}
