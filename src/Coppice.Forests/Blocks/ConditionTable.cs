namespace Coppice.Forests.Blocks;

/// <summary>
/// Every comparison that a forest makes, once: trees share many of them. They are ordered by panel, those that ask for at least a
/// threshold first. Number 0 is true of no row; the others count from 1.
/// </summary>
internal sealed class ConditionTable
{
    private readonly Dictionary<Condition, int> _numbers = [];

    public ConditionTable(Forest forest, ColumnMap columns)
    {
        Panels = new Panel[(columns.Firsts.Length + Panel.MostGroups - 1) / Panel.MostGroups];
        Condition[] conditions =
        [
            .. forest.Trees.SelectMany(tree => tree.Nodes).Where(node => !node.IsLeaf).Select(Condition.Of).Distinct()
                .OrderBy(c => PanelOf(columns, c)).ThenBy(c => c.MissingGoesLeft ? 0 : 1).ThenBy(c => c.Feature).ThenBy(c => c.Threshold),
        ];
        Thresholds = Array.ConvertAll(conditions, c => c.Threshold);
        Places = Array.ConvertAll(conditions, c => columns[c.Feature] % (Panel.MostGroups * ColumnMap.Together) * Block.Rows);
        for (int panel = 0; panel < Panels.Length; panel++)
        {
            int first = panel * Panel.MostGroups;
            Panels[panel] = new Panel(first, Math.Min(Panel.MostGroups, columns.Firsts.Length - first), 0, 0, 0);
        }

        for (int i = 0; i < conditions.Length; i++)
        {
            _numbers.Add(conditions[i], i + 1);
            ref Panel panel = ref Panels[PanelOf(columns, conditions[i])];
            if (panel.AtLeast + panel.Below == 0)
                panel = panel with { FirstCondition = i };
            panel = conditions[i].MissingGoesLeft ? panel with { AtLeast = panel.AtLeast + 1 } : panel with { Below = panel.Below + 1 };
        }
    }

    public Panel[] Panels { get; }

    public float[] Thresholds { get; }

    /// <summary>Where the column of each condition begins in its panel, counted in values.</summary>
    public int[] Places { get; }

    /// <summary>Conditions, with the one that is never true.</summary>
    public int Count => Thresholds.Length + 1;

    public int NumberOf(TreeNode split) => _numbers[Condition.Of(split)];

    private static int PanelOf(ColumnMap columns, Condition condition) => columns[condition.Feature] / (Panel.MostGroups * ColumnMap.Together);
}
