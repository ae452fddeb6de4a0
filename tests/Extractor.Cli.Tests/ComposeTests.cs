using System.CommandLine;
using YamlDotNet.RepresentationModel;

namespace Extractor.Cli.Tests;

/// <summary>No Docker engine is needed: the file is held against the program.</summary>
public sealed class ComposeTests
{
    static readonly YamlMappingNode Services = Load();

    static YamlMappingNode Load()
    {
        var yaml = new YamlStream();
        using var reader = new StringReader(File.ReadAllText(Root("docker-compose.yml")));
        yaml.Load(reader);
        return (YamlMappingNode)yaml.Documents[0].RootNode["services"];
    }

    public static string Root(string file)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !Path.Exists(Path.Combine(folder.FullName, file)))
            folder = folder.Parent;
        return Path.Combine(folder!.FullName, file);
    }

    static string Text(YamlNode node) => ((YamlScalarNode)node).Value!;

    [Fact]
    public void The_services_are_the_database_its_migration_the_worker_the_pages_and_dashboards() =>
        Assert.Equal(["postgres", "migrate", "worker", "web", "desk", "grafana"], Services.Children.Keys.Select(Text));

    [Fact]
    public async Task Each_service_of_ours_runs_a_verb_that_exists()
    {
        foreach (var service in (string[])["migrate", "worker", "web"])
        {
            var verb = Text(((YamlSequenceNode)Services[service]["command"])[0]);
            Assert.Equal(0, (await Command.RunAsync(verb, "--help")).Code);
            Assert.Equal(".", Text(Services[service]["build"]));
        }
    }

    [Fact]
    public void Workers_reach_the_database_by_the_variable_that_the_program_reads()
    {
        foreach (var service in (string[])["migrate", "worker"])
        {
            var variables = (YamlMappingNode)Services[service]["environment"];
            Assert.Equal(["EXTRACTOR_DATABASE"], variables.Children.Keys.Select(Text));
            var connection = Text(variables["EXTRACTOR_DATABASE"]).Replace("${POSTGRES_PASSWORD:-extractor}", "extractor", StringComparison.Ordinal);
            Assert.Equal("postgres:5432/extractor", Storage.Database.Place(connection));
        }
        Assert.Equal("EXTRACTOR_DATABASE", DatabaseSession.CreateOption().Description!.Split(' ', ';').First(word => word.StartsWith("EXTRACTOR_", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_port_is_open_to_this_host_only_and_every_file_is_there()
    {
        foreach (var (_, service) in Services.Children)
        {
            if (((YamlMappingNode)service).Children.TryGetValue("ports", out var ports))
                Assert.All(((YamlSequenceNode)ports).Select(Text), port => Assert.StartsWith("127.0.0.1:", port, StringComparison.Ordinal));
            if (((YamlMappingNode)service).Children.TryGetValue("volumes", out var volumes))
                foreach (var volume in ((YamlSequenceNode)volumes).Select(Text).Where(volume => volume.StartsWith("./", StringComparison.Ordinal)))
                    Assert.True(Path.Exists(Root(volume[2..volume.IndexOf(':', StringComparison.Ordinal)])), volume);
        }
    }

    [Fact]
    public void The_database_is_created_as_the_program_demands_and_open_to_this_host_only()
    {
        var postgres = Services["postgres"];
        Assert.Equal("--encoding=UTF8 --locale=C.UTF-8", Text(postgres["environment"]["POSTGRES_INITDB_ARGS"]));
        Assert.Equal("127.0.0.1:5432:5432", Text(((YamlSequenceNode)postgres["ports"])[0]));
        Assert.True(int.Parse(Text(postgres["image"]).Split(':')[1], System.Globalization.CultureInfo.InvariantCulture) >= Storage.Servers.ServerPrograms.OldestVersion);
    }
}
