using Coppice.Forests.Contributions;
using Coppice.Forests.Tests.Support;

namespace Coppice.Forests.Tests.Contributions;

public sealed class TreeTableTests
{
    [Theory]
    [InlineData(1, 3)]
    [InlineData(3, 2)]
    [InlineData(5, 3)]
    [InlineData(6, 40)]
    public void A_table_gives_what_walking_the_tree_gives(int depth, int features)
    {
        SomeModel model = SomeModel.Of(depth, 8, depth, features);
        float[] rows = model.Rows(60, infinite: false);
        foreach (Tree tree in Forest.Read(model.Bytes).Trees)
        {
            TreeTable table = TreeTable.Of(tree);
            var path = new PathElement[TreeContributions.PathElements(tree.Depth)];
            foreach (float[] row in rows.Chunk(features))
            {
                var walked = new double[features];
                new TreeContributions(tree, row, walked).Add(path);
                var looked = new double[features];
                table.Add(row, looked);
                for (int i = 0; i < features; i++)
                    Assert.Equal(walked[i], looked[i], 1e-9 * Math.Max(1, Math.Abs(walked[i])));
            }
        }
    }
}
