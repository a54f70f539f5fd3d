#:project ../../src/Coppice.Forests

// dotnet run docs/samples/score.cs model.json rows.csv
// In Python: booster.save_model("model.json"); numpy.savetxt("rows.csv", rows, delimiter=",")
using System.Globalization;
using Coppice.Forests;

var scorer = ForestScorer.Compile(Forest.Read(File.ReadAllBytes(args[0])));
float[] rows = [.. File.ReadLines(args[1]).SelectMany(line => line.Split(',')).Select(value => float.Parse(value, CultureInfo.InvariantCulture))];
float[] scores = new float[rows.Length / scorer.Forest.FeatureCount];
scorer.Values(rows, scores);
foreach (float score in scores)
    Console.WriteLine(score.ToString("R", CultureInfo.InvariantCulture));
