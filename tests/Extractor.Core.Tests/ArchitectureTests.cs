namespace Extractor.Core.Tests;

public sealed class ArchitectureTests
{
    [Fact]
    public void Core_depends_on_nothing_but_the_runtime()
    {
        var others = typeof(ClaimExtractor).Assembly.GetReferencedAssemblies()
            .Select(assembly => assembly.Name!)
            .Where(name => name is not "netstandard" && !name.StartsWith("System.", StringComparison.Ordinal));

        Assert.Empty(others);
    }

    [Fact]
    public void No_type_is_called_Extractor() =>
        Assert.DoesNotContain(typeof(ClaimExtractor).Assembly.GetTypes(), type => type.Name == "Extractor");

    [Fact]
    public void The_ruleset_has_a_version() => Assert.Matches("^[0-9]+-[0-9a-f]{12}$", ClaimExtractor.Default.Ruleset);
}
